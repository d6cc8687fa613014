#!/usr/bin/env node
// The ludao command. Its stdout belongs to the command, so installing speaks on stderr only.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, isNode24, node24, root, runMain } from './install.mjs';

const cli = join(root, 'apps', 'server', 'src', 'cli', 'main.ts');

await runMain(async () => {
  ensureInstalled({ quiet: true });
  if (isNode24(process.versions.node)) {
    process.argv[1] = cli;
    await import(pathToFileURL(cli).href);
    return Number(process.exitCode ?? 0);
  }
  const ran = spawnSync(node24(), [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  return ran.status ?? 1;
});
