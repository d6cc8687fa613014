// Builds the web app only when something it is made from has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PlainError, node24, root, secondsSince } from './install.mjs';

const web = join(root, 'apps', 'web');
const marker = join(web, 'dist', '.built-from');

/**
 * Makes apps/web/dist match its sources; instant when it already does.
 * @throws {PlainError} when the build fails (vite has said why)
 */
export function ensureWebBuilt() {
  const hash = hashOfSources();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return;
  console.log('正在构建网页… | Building the web app …');
  const started = Date.now();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  // The desks go into the folder that the build of the public pages empties.
  for (const config of ['vite.config.ts', 'vite.desk.config.ts']) {
    const built = spawnSync(node24(), [vite, 'build', '--config', config, '--logLevel', 'warn'], {
      cwd: web,
      stdio: 'inherit',
    });
    if (built.status !== 0) {
      throw new PlainError('网页构建失败，原因见上。 | Building the web app failed; see above.');
    }
  }
  // Written last: an interrupted build leaves no marker and is done again.
  writeFileSync(marker, hash);
  console.log(`网页已构建 | web app built (${secondsSince(started)})`);
}

/** A hash over names and contents of everything the build reads. */
function hashOfSources() {
  const packages = join(root, 'packages');
  const inputs = [
    ...[
      'src',
      'desk',
      'public',
      'index.html',
      'vite.config.ts',
      'vite.desk.config.ts',
      'package.json',
    ].map((name) => join(web, name)),
    ...readdirSync(packages).map((name) => join(packages, name, 'src')),
    join(root, 'package-lock.json'),
  ];
  const hash = createHash('sha256');
  for (const path of inputs.filter(existsSync).flatMap(filesBelow)) {
    hash.update(relative(root, path).split(sep).join('/')).update('\0');
    hash.update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path a file or a folder
 * @returns {string[]} the files, in an order that does not depend on the file system
 */
function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
