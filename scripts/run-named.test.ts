import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './install.mjs';
import { findScript } from './run-named.mjs';

mkdirSync(join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, '.cache', 'named-'));
for (const name of ['screening.ts', 'ledger.ts', 'ledger.test.ts', 'results.md']) {
  writeFileSync(join(folder, name), '');
}
afterAll(() => rmSync(folder, { recursive: true }));

test('a script is found by its name', () => {
  expect(findScript(folder, 'ledger').script).toBe(join(folder, 'ledger.ts'));
});

test.each([undefined, 'nothing', '../ledger', 'ledger.test', 'results'])(
  'the name %s finds nothing, and those that exist are listed',
  (name) => {
    expect(findScript(folder, name)).toEqual({ script: undefined, names: ['ledger', 'screening'] });
  },
);

test.each(['bench', 'prove'])(
  'npm run %s with an unknown name ends with code 2 and lists names',
  (lane) => {
    const ran = spawnSync(
      process.execPath,
      [join(root, 'scripts', `${lane}.mjs`), 'no-such-name'],
      {
        encoding: 'utf8',
      },
    );
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(`npm run ${lane} -- NAME`);
  },
);
