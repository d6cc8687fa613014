// npm run prove|bench -- NAME: runs prove/NAME.ts or bench/NAME.ts, or lists what there is.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, node24, root } from './install.mjs';

/**
 * @param {"prove" | "bench"} folder holds one script per name; each prints one line of JSON last
 * @param {string[]} args the name, then what its script is to receive
 * @returns {number} the script's exit code; 2 when there is no script of that name
 */
export function runNamed(folder, [name, ...rest]) {
  const names = namesIn(join(root, folder));
  if (name === undefined || !names.includes(name)) {
    const known = names.length > 0 ? names.join('  ') : '(none yet)';
    console.error(`npm run ${folder} -- NAME\nNAME is one of: ${known}`);
    return 2;
  }
  ensureInstalled({ quiet: true });
  const script = join(root, folder, `${name}.ts`);
  return spawnSync(node24(), [script, ...rest], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/** @param {string} folder */
function namesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !/\.(test|d)\.ts$|\.config\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}
