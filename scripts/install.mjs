// Runs on Node >= 20 with nothing installed: only node: builtins here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, whatever folder a script is called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A failure the person at the terminal can act on: shown without a stack. */
export class PlainError extends Error {}

/**
 * Runs a script's main function and ends the process with the number it returns.
 * A PlainError is printed as one message; anything else is a bug and keeps its stack.
 * @param {() => number | Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof PlainError ? error.message : error);
  }
}

/**
 * The Node that runs the TypeScript sources: this process when it is new enough, otherwise the
 * one that npm installed for this machine.
 * @returns {string} path of an executable Node >= 24
 * @throws {PlainError} when there is none (macOS: npm has no build of the pinned version)
 */
export function node24() {
  if (isNode24(process.versions.node)) return process.execPath;
  const exe = process.platform === 'win32' ? 'node.exe' : 'node';
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const bundled = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', exe);
  if (existsSync(bundled)) return bundled;
  throw new PlainError(
    `需要 Node 24 或更高版本，当前为 ${process.versions.node}，且没有适合本机（${process.platform} ${process.arch}）的内置版本。` +
      ` | Node 24 or newer is needed; this is ${process.versions.node} and none is bundled for this machine.` +
      ' https://nodejs.org/',
  );
}

/** @param {string} version for example "24.21.0" */
export function isNode24(version) {
  return Number(version.split('.')[0]) >= 24;
}

/**
 * Makes node_modules match package-lock.json. Does nothing when it already does.
 * @param {{ quiet?: boolean }} [options] quiet sends what is said to stderr, for commands whose
 *   stdout is read by other programs
 * @throws {PlainError} when npm fails, saying what to do
 */
export function ensureInstalled({ quiet = false } = {}) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lockText).digest('hex');
  const marker = join(root, 'node_modules', '.ludao-installed');
  if (readIfThere(marker) === hash) return;
  if (!matchesWhatNpmInstalled(lockText)) {
    const say = quiet ? console.error : console.log;
    say('正在安装依赖，约需一分钟… | Installing dependencies, this may take about a minute …');
    const started = Date.now();
    runNpmCi(quiet);
    say(`依赖已安装 | dependencies installed (${secondsSince(started)})`);
  }
  writeFileSync(marker, hash);
}

/**
 * Somebody who ran `npm install` by hand need not wait for a second install: npm leaves its own
 * list of what it put into node_modules.
 * @param {string} lockText
 */
function matchesWhatNpmInstalled(lockText) {
  const installedText = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (installedText === undefined) return false;
  try {
    const wanted = JSON.parse(lockText).packages;
    const installed = JSON.parse(installedText).packages;
    return Object.entries(wanted).every(([path, entry]) => {
      if (!path.startsWith('node_modules/') || entry.optional) return true;
      const there = installed[path];
      return there !== undefined && (entry.link || there.version === entry.version);
    });
  } catch {
    return false;
  }
}

/** @param {boolean} quiet */
function runNpmCi(quiet) {
  // npm keeps the terminal for its progress; why it failed is read from its log afterwards.
  const logs = mkdtempSync(join(tmpdir(), 'ludao-npm-'));
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', `--logs-dir=${logs}`];
  try {
    const result = runNpm(args, ['ignore', quiet ? 2 : 'inherit', 'inherit']);
    if (result.status === 0) return;
    // Its log also tells of retries that went well; only lines of level error are the reason.
    const said = readdirSync(logs)
      .flatMap((name) => readFileSync(join(logs, name), 'utf8').split('\n'))
      .filter((line) => /^\d+ error /.test(line));
    const full = freeBytes() < 64 * 1024 * 1024 ? 'ENOSPC' : '';
    throw new PlainError(
      explainNpmFailure([full, ...said].join('\n'), result.error, result.status),
    );
  } finally {
    rmSync(logs, { recursive: true, force: true });
  }
}

/**
 * Runs npm in the project's folder and waits for it.
 * @param {string[]} args
 * @param {import('node:child_process').StdioOptions} stdio
 */
export function runNpm(args, stdio) {
  // Under `npm run` the running npm says where it is; that also works where npm is a .cmd file.
  const npm = process.env.npm_execpath;
  const [command, all] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
  const shell = process.platform === 'win32' && command === 'npm';
  return spawnSync(command, all, { cwd: root, stdio, shell });
}

function freeBytes() {
  const disk = statfsSync(root);
  return disk.bavail * disk.bsize;
}

/**
 * Says in one line why `npm ci` failed and what to do about it.
 * @param {string} said npm's log
 * @param {Error | undefined} error set when npm could not be started at all
 * @param {number | null} status npm's exit code
 */
export function explainNpmFailure(said, error, status) {
  if (error && 'code' in error && error.code === 'ENOENT') {
    return '找不到 npm，请先安装 Node.js（含 npm）。 | npm was not found; install Node.js with npm first.';
  }
  if (/ENOSPC|no space left/i.test(said)) {
    return '磁盘已满，依赖安装失败；请腾出约 2 GB 空间后重试。 | The disk is full; free about 2 GB and try again.';
  }
  if (/EACCES|EPERM|EROFS/.test(said)) {
    return `没有写入 ${root} 的权限，依赖安装失败。 | No permission to write in ${root}.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i.test(said)) {
    return (
      '无法连接 npm 软件源，请检查网络，或用 npm config set registry 指定可访问的镜像。' +
      ' | The npm registry cannot be reached; check the network or set a mirror with `npm config set registry`.'
    );
  }
  return `依赖安装失败（npm ci 退出码 ${status}），原因见上。 | npm ci failed with exit code ${status}; see above.`;
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** @param {number} started milliseconds, from Date.now() */
export function secondsSince(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
