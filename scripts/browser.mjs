// Finds a browser for the e2e tests: an installed Chromium, or the one that npm brought along.
// `node scripts/browser.mjs` says which one.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { PlainError, root } from './install.mjs';

/**
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string> }} Browser
 *   what playwright-core's chromium.launch() is to be given
 */

const cache = join(root, '.cache');
const answerFile = join(cache, 'browser.json');

/** Nothing but the page under test: no updates, no reports, no sandbox (tests may run as root). */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/**
 * Finds a browser that really starts on this machine. The answer is kept in .cache/browser.json
 * and tried first next time.
 * @returns {Promise<Browser>} pass it to `chromium.launch()` of playwright-core as it is
 * @throws {PlainError} when none starts; says which were tried and what to install
 */
export async function findBrowser() {
  /** @type {string[]} */
  const tried = [];
  for (const find of [remembered, ...installed(), fromNpm]) {
    try {
      const browser = await find();
      if (browser === undefined) continue;
      await startOnce(browser);
      mkdirSync(cache, { recursive: true });
      writeFileSync(answerFile, JSON.stringify(browser));
      return { ...browser, env: fullEnvironment(browser) };
    } catch (error) {
      tried.push(`  ${whyItFailed(error)}`);
    }
  }
  throw new PlainError(
    [
      '没有可用的浏览器，无法运行端到端测试。请安装： | No browser can be started for the e2e tests. Install one:',
      '  apt-get install chromium fonts-noto-cjk',
      '(or set LUDAO_CHROMIUM to the path of a Chromium). Tried:',
      ...(tried.length > 0 ? [...new Set(tried)] : ['  nothing was found to try']),
    ].join('\n'),
  );
}

/**
 * Playwright replaces the environment of the browser by what it is given.
 * @param {Browser} browser
 * @returns {Record<string, string>}
 */
function fullEnvironment(browser) {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(own), ...browser.env };
}

/** @returns {Browser | undefined} */
function remembered() {
  // Whoever names a browser wants that one, whatever worked before.
  if (process.env.LUDAO_CHROMIUM || !existsSync(answerFile)) return undefined;
  try {
    const browser = JSON.parse(readFileSync(answerFile, 'utf8'));
    return existsSync(browser.executablePath) ? browser : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {(() => Browser | undefined)[]} */
function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const paths = [process.env.LUDAO_CHROMIUM, '/usr/bin/chromium', ...onPath];
  return [...new Set(paths)].map((path) => () => {
    if (path === undefined || path === '' || !existsSync(path)) return undefined;
    return { executablePath: path, args: flags, env: {} };
  });
}

/**
 * @sparticuz/chromium carries a Chromium for x64 Linux and the libraries a bare server lacks. Its
 * own recommended flags are left out: they switch off web security, which the tests rely on.
 * @returns {Promise<Browser | undefined>}
 */
async function fromNpm() {
  const packed = join(root, 'node_modules', '@sparticuz', 'chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packed)) {
    return undefined;
  }
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(packed, 'bin'), folder);
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean);
  return {
    executablePath: join(folder, 'chromium'),
    args: flags,
    env: { LD_LIBRARY_PATH: libraries.join(':') },
  };
}

/**
 * @param {string} packed the folder with the .br files
 * @param {string} folder made complete or not at all
 */
async function unpack(packed, folder) {
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    const binary = join(partial, 'chromium');
    await pipeline(
      createReadStream(join(packed, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(binary),
    );
    chmodSync(binary, 0o755);
    untar(join(packed, 'al2023.tar.br'), partial);
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * @param {string} archive .tar.br
 * @param {string} folder
 */
function untar(archive, folder) {
  const ran = spawnSync('tar', ['-x', '-C', folder], {
    input: brotliDecompressSync(readFileSync(archive)),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  if (ran.status !== 0) throw ran.error ?? new Error(`tar ended with ${ran.status}`);
}

/**
 * @param {Browser} browser
 * @throws when it does not start, or cannot show an empty page
 */
async function startOnce(browser) {
  const { chromium } = await import('playwright-core');
  const env = fullEnvironment(browser);
  try {
    const started = await chromium.launch({ ...browser, env, timeout: 30_000 });
    try {
      const page = await started.newPage();
      await page.goto('about:blank');
    } finally {
      await started.close();
    }
  } catch (error) {
    throw new Error(`${browser.executablePath}: ${whyItFailed(error)}`, { cause: error });
  }
}

/**
 * @param {unknown} error
 * @returns {string} one line of it, the one that says why
 */
function whyItFailed(error) {
  const text = error instanceof Error ? error.message : String(error);
  // Playwright's first line only says that the browser closed; the loader's line says why.
  const loader = /error while loading shared libraries: .*/.exec(text)?.[0];
  return loader ?? text.split('\n')[0] ?? '';
}
