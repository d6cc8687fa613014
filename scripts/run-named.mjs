// npm run prove|bench -- NAME: runs prove/NAME.ts or bench/NAME.ts, or lists what there is.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, node24, root } from './install.mjs';

/**
 * @param {'prove' | 'bench'} lane a folder with one script per name; each prints one line of JSON
 *   last
 * @param {string[]} args the name, then what its script is to receive
 * @returns {number} the script's exit code; 2 when there is no script of that name
 */
export function runNamed(lane, [name, ...rest]) {
  const { script, names } = findScript(join(root, lane), name);
  if (script === undefined) {
    const known = names.length > 0 ? names.join('  ') : '(there is none yet)';
    console.error(`npm run ${lane} -- NAME\nNAME is one of: ${known}`);
    return 2;
  }
  ensureInstalled({ quiet: true });
  return spawnSync(node24(), [script, ...rest], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/**
 * @param {string} folder
 * @param {string | undefined} name
 * @returns {{ script: string | undefined, names: string[] }} the path of NAME.ts, and all names
 */
export function findScript(folder, name) {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const names = files
    .filter((file) => /^[^.]+\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  const isKnown = name !== undefined && names.includes(name);
  return { script: isKnown ? join(folder, `${name}.ts`) : undefined, names };
}
