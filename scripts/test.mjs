// npm test: every check, one after the other, whatever fails; the last line is the sum.
import { findBrowser } from './browser.mjs';
import { PlainError, ensureInstalled, runMain, runNpm, secondsSince } from './install.mjs';
import { runVitest } from './vitest.mjs';
import { ensureWebBuilt } from './web.mjs';

/** @typedef {import("./vitest.mjs").Counts} Counts */

/** @type {[title: string, run: () => Counts | Promise<Counts>][]} */
const steps = [
  ['types', () => script('typecheck')],
  ['lint', () => script('lint')],
  ['format', () => script('format:check')],
  ['web build', buildWeb],
  ['unit, property and store tests', () => runVitest('unit').counts],
  ['e2e tests', runE2e],
];

await runMain(async () => {
  try {
    ensureInstalled();
  } catch (error) {
    report(error);
    console.log(summary({ passed: 0, failed: 1, skipped: 0 }));
    return 1;
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [title, run] of steps) {
    const counts = await runStep(title, run);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  console.log(`\n${summary(total)}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

/**
 * @param {string} title
 * @param {() => Counts | Promise<Counts>} run
 * @returns {Promise<Counts>} a step that throws counts as one failure
 */
async function runStep(title, run) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  /** @type {Counts} */
  let counts;
  try {
    counts = await run();
  } catch (error) {
    report(error);
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  console.log(`-- ${title}: ${counts.failed > 0 ? 'FAILED' : 'ok'} (${secondsSince(started)})`);
  return counts;
}

/**
 * @param {string} name of a script in package.json
 * @returns {Counts} one check
 */
function script(name) {
  return oneCheck(runNpm(['run', '--silent', name], 'inherit').status === 0);
}

/** @returns {Counts} */
function buildWeb() {
  ensureWebBuilt();
  return oneCheck(true);
}

async function runE2e() {
  // Asked first: one clear sentence is better than every browser test failing for one reason.
  await findBrowser();
  return runVitest('e2e').counts;
}

/** @param {boolean} passed */
function oneCheck(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** @param {unknown} error */
function report(error) {
  console.error(error instanceof PlainError ? error.message : error);
}

/** @param {Counts} counts */
function summary({ passed, failed, skipped }) {
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${skips}`;
}
