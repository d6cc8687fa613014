// Runs one of the two vitest projects and counts what it did.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root } from './install.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ assertionResults: { status: string }[], status: string, message?: string }} FileReport
 */

/**
 * Runs a project, its tests printed as usual.
 * @param {"unit" | "e2e"} project
 * @param {string[]} [filters] parts of file names; none means all
 * @returns {{ status: number, counts: Counts }}
 */
export function runVitest(project, filters = []) {
  const report = join(root, '.cache', `vitest-${project}.json`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  // A report left by an earlier run must not be counted when this run dies before writing its own.
  rmSync(report, { force: true });
  const args = [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ];
  const status = spawnSync(node24(), args, { cwd: root, stdio: 'inherit' }).status ?? 1;
  const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
  return { status, counts: countReport(files, status) };
}

/**
 * Counts the tests of a JSON report. A file that failed before its first test counts as one
 * failure, and so does a run that failed or ran nothing without any test to show for it.
 * @param {FileReport[]} files
 * @param {number} status vitest's exit code
 * @returns {Counts}
 */
export function countReport(files, status) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of files) {
    const failedBefore = counts.failed;
    for (const { status: verdict } of file.assertionResults) {
      if (verdict === 'passed') counts.passed += 1;
      else if (verdict === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (file.status === 'failed' && counts.failed === failedBefore) counts.failed += 1;
  }
  const nothingRan = counts.passed + counts.failed === 0;
  if ((status !== 0 && counts.failed === 0) || nothingRan) counts.failed += 1;
  return counts;
}
