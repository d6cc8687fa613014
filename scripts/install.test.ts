import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explainNpmFailure, isNode24, root } from './install.mjs';

test.each([
  ['12 error code ENOSPC', 'The disk is full'],
  ['9 error nospc ENOSPC: no space left on device, write', 'The disk is full'],
  ['9 error code EACCES', 'No permission to write'],
  ['9 error code ENOTFOUND', 'registry cannot be reached'],
  ['9 error network request failed, reason: connect ECONNREFUSED', 'registry cannot be reached'],
  ['9 error code EUSAGE', 'exit code 1'],
])('when npm says "%s" a person reads what to do', (said, expected) => {
  const message = explainNpmFailure(said, undefined, 1);
  expect(message).toContain(expected);
  expect(message).toMatch(/^[^\n]*[一-龥][^\n]* \| [^\n]*$/);
});

test('without npm a person reads that it is missing', () => {
  const error = Object.assign(new Error('spawn npm ENOENT'), { code: 'ENOENT' });
  expect(explainNpmFailure('', error, null)).toContain('npm was not found');
});

test('only Node 24 and later count as new enough', () => {
  expect(['20.20.2', '22.18.0', '24.0.0', '26.1.0'].map(isNode24)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test.each(['install', 'web', 'start', 'test', 'e2e', 'run-named', 'vitest', 'browser', 'ludao'])(
  '%s.mjs begins with nothing installed: it imports Node’s own modules and its neighbours only',
  (name) => {
    const text = readFileSync(join(root, 'scripts', `${name}.mjs`), 'utf8');
    const imports = [...text.matchAll(/^(?:import|export) .*?from '([^']+)'/gms)].map(
      ([, from]) => from,
    );
    const isThere = (from = '') =>
      from.startsWith('./') || builtinModules.includes(from.replace('node:', ''));
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter((from) => !isThere(from))).toEqual([]);
  },
);

test('the lock file lists every optional package, or npm ci refuses in a fresh clone', () => {
  // npm leaves out, without a word, a build for another system that the registry does not have.
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const entries: [string, { optionalDependencies?: object }][] = Object.entries(lock.packages);
  const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !(
          `${path}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages
        ),
    ),
  );
  expect(missing).toEqual([]);
});
