import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as borders from './architecture/borders.ts';
import * as modules from './architecture/modules.ts';
import * as names from './architecture/names.ts';
import { parseFiles, type SourceFile, type Violation } from './architecture/source.ts';
import { root } from './install.mjs';

/** Every rule that is broken in the given files. */
function findViolations(files: readonly SourceFile[]): Violation[] {
  const parsed = parseFiles(files);
  const onImports = [
    modules.findWindowsClimbed,
    modules.findWrongDirections,
    modules.findImpureDecisions,
    modules.findCircles,
    borders.findImpurePackages,
    borders.findPolicyInPlatform,
    borders.findDriversOutsidePlatform,
    borders.findEntangledFeatures,
    borders.findUpwardImports,
  ];
  const onFiles = [
    modules.findIncompleteModules,
    names.findEmptyNames,
    names.findForeignLetters,
    names.findLongFiles,
    names.findMachinePaths,
  ];
  return [...onImports.flatMap((find) => find(parsed)), ...onFiles.flatMap((find) => find(files))];
}

/** The files git knows or would add: work in progress is checked before it is committed. */
function repositoryFiles(): SourceFile[] {
  const listed = spawnSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (listed.status !== 0) throw new Error(`git cannot list the files: ${listed.stderr}`);
  const paths = listed.stdout.split('\0').filter((path) => path !== '');
  return paths.flatMap((path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    return stat?.isFile() ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}

test('the code keeps to the architecture', () => {
  const files = repositoryFiles();
  expect(files.length).toBeGreaterThan(50);
  const said = findViolations(files).map(
    ({ rule, path, message }) => `[${rule}] ${path} ${message}`,
  );
  expect(said.join('\n')).toBe('');
});

const M = 'apps/server/src/modules';
/** Written so that this file itself names no such folder. */
const [work, home] = ['/work', '/root'];

/** A module that breaks no rule, to plant violations into. */
const parks: Record<string, string> = {
  [`${M}/parks/README.md`]: '# parks',
  [`${M}/parks/index.ts`]: `export { registerParks } from './routes.ts';`,
  [`${M}/parks/routes.ts`]: `import { admit } from './service.ts'; import type { App } from 'fastify';`,
  [`${M}/parks/service.ts`]: `import { decide } from './decide.ts'; import { loadPark } from './store.ts';`,
  [`${M}/parks/store.ts`]: `import type { Tx } from '../../platform/db.ts'; import { sql } from 'kysely';`,
  [`${M}/parks/decide.ts`]: `import { addWorkingDays } from '../../platform/working-days.ts';
    import type { Level } from '@ludao/rules'; import type { Park } from './model.ts';`,
  [`${M}/parks/model.ts`]: `export interface Park {}`,
  [`${M}/parks/testing.ts`]: `import type { Park } from './model.ts';`,
  [`${M}/parks/decide.test.ts`]: `import { readFileSync } from 'node:fs'; import './store.ts';`,
};

function rulesBroken(planted: Record<string, string>): string[] {
  const files = Object.entries({ ...parks, ...planted });
  return findViolations(files.map(([path, text]) => ({ path, text }))).map(({ rule }) => rule);
}

describe('the check itself', () => {
  test('has nothing to say about a module that keeps to the rules', () => {
    expect(rulesBroken({})).toEqual([]);
  });

  const quota: Record<string, string> = {
    [`${M}/quota/README.md`]: '',
    [`${M}/quota/quota.test.ts`]: `import { aPark } from '../parks/testing.ts';`,
    [`${M}/quota/index.ts`]: `export { admit } from '../parks/index.ts';`,
  };

  test('lets another module in through the door, and its tests to the builders', () => {
    expect(rulesBroken(quota)).toEqual([]);
  });

  test.each<[rule: string, path: string, text: string]>([
    ['one door', `apps/server/src/app.ts`, `import { a } from './modules/parks/service.ts';`],
    ['one door', `apps/server/src/cli/x.ts`, `await import('../modules/parks/store.ts');`],
    ['one door', `e2e/a.spec.ts`, `export * from '../${M}/parks/model.ts';`],
    ['direction', `${M}/parks/routes.ts`, `import { load } from './store.ts';`],
    ['direction', `${M}/parks/routes.ts`, `import { decide } from './decide.ts';`],
    ['direction', `${M}/parks/store.ts`, `import { admit } from './service.ts';`],
    ['direction', `${M}/parks/model.ts`, `import { decide } from './decide.ts';`],
    ['direction', `${M}/parks/envelope.ts`, `import { load } from './store.ts';`],
    ['direction', `${M}/parks/service.ts`, `type A = import('./testing.ts').A;`],
    ['pure decisions', `${M}/parks/decide.ts`, `import { readFileSync } from 'node:fs';`],
    ['pure decisions', `${M}/parks/decide.ts`, `import { randomBytes } from 'crypto';`],
    ['pure decisions', `${M}/parks/model.ts`, `import type { Tx } from '../../platform/db.ts';`],
    ['pure decisions', `${M}/parks/model.ts`, `import type { FastifyRequest } from 'fastify';`],
    ['pure packages', 'packages/rules/src/a.ts', `import fs from 'node:fs';`],
    ['pure packages', 'packages/rules/src/a.ts', `import { join } from 'path';`],
    ['pure packages', 'packages/contracts/src/a.ts', `import '../../../apps/server/src/x.ts';`],
    ['pure packages', 'packages/contracts/src/a.test.ts', `import '@ludao/web';`],
    ['drivers in platform', `${M}/parks/store.ts`, `import pg from 'pg';`],
    ['drivers in platform', `apps/server/src/cli/a.ts`, `import('@electric-sql/pglite');`],
    ['drivers in platform', `${M}/parks/store.ts`, `import { Kysely } from 'kysely';`],
    [
      'drivers in platform',
      `${M}/parks/store.ts`,
      `import { PostgresDialect as D } from 'kysely';`,
    ],
    [
      'platform knows no policy',
      'apps/server/src/platform/a.ts',
      `import '../modules/parks/index.ts';`,
    ],
    ['features stand alone', 'apps/web/src/features/parks/a.tsx', `import '../quota/b.tsx';`],
    ['features stand alone', 'apps/web/src/features/parks/a.tsx', `import '../../app/router.tsx';`],
    ['features stand alone', 'apps/web/src/features/parks/a.tsx', `import 'node:fs';`],
    [
      'features stand alone',
      'apps/web/src/features/parks/a.tsx',
      `import '../../desk/router.tsx';`,
    ],
    ['layers of the apps', 'apps/web/src/ui/a.tsx', `import '../features/parks/a.tsx';`],
    ['layers of the apps', 'apps/web/src/ui/a.tsx', `import '../api/client.ts';`],
    ['layers of the apps', 'apps/web/src/api/a.ts', `import '../desk/router.tsx';`],
    ['layers of the apps', 'apps/web/src/main.tsx', `import '../../server/src/app.ts';`],
    ['telling names', 'apps/web/src/utils/date.ts', ''],
    ['telling names', 'packages/rules/src/helpers.ts', ''],
    ['telling names', 'scripts/common.mjs', ''],
    ['ASCII file names', 'docs/绿岛.md', ''],
    ['short files', 'apps/web/src/a.tsx', '// x\n'.repeat(301)],
    ['no machine paths', 'docs/a.md', `open "${work}/main" there`],
    ['no machine paths', 'docs/a.md', `x\n${home}/.npmrc`],
    ['no machine paths', 'bench/a.json', `{"at":"file://${home}/x"}`],
  ])('finds a violation of "%s" in %s', (rule, path, text) => {
    expect(rulesBroken({ [path]: text })).toEqual([rule]);
  });

  test.each([
    [
      'apps/web/src/features/parks/a.tsx',
      `import '@ludao/contracts'; import '../../ui/b.tsx'; import '../../api/c.ts'; import 'react';`,
    ],
    [
      'apps/web/src/features/parks/a.tsx',
      `import { t } from '../../i18n/index.ts'; import '@ludao/rules';`,
    ],
    ['packages/rules/src/a.test.ts', `import fs from 'node:fs';`],
    ['packages/rules/src/a.ts', `// import fs from 'node:fs'\nconst s = "import 'node:fs'";`],
    [`${M}/parks/store.ts`, `import type { Kysely } from 'kysely';`],
    ['bench/queries.ts', `import pg from 'pg';`],
    ['apps/web/src/a.test.tsx', '// x\n'.repeat(301)],
    ['docs/a.md', 'https://example.org/work/1 and a framework/root/x'],
  ])('allows what is allowed in %s', (path, text) => {
    expect(rulesBroken({ [path]: text })).toEqual([]);
  });

  test('finds I/O in a file that decide.ts imports', () => {
    const planted = {
      [`${M}/parks/decide.ts`]: `import { envelope } from './envelope.ts';`,
      [`${M}/parks/envelope.ts`]: `import { readFileSync } from 'node:fs';`,
    };
    expect(rulesBroken(planted)).toEqual(['pure decisions']);
  });

  test('finds a circle of modules, however long', () => {
    const planted = {
      ...quota,
      [`${M}/cases/README.md`]: '',
      [`${M}/cases/index.ts`]: `import '../quota/index.ts';`,
      [`${M}/cases/cases.test.ts`]: '',
      [`${M}/parks/service.ts`]: `import '../cases/index.ts';`,
    };
    expect(rulesBroken(planted)).toEqual(['no circles']);
  });

  test.each(['README.md', 'index.ts', 'quota.test.ts'])(
    'misses %s in a module without it',
    (name) => {
      const { [`${M}/quota/${name}`]: _, ...rest } = quota;
      expect(rulesBroken(rest)).toEqual(['complete modules']);
    },
  );

  test('says what to do instead', () => {
    const files = [{ path: `${M}/parks/store.ts`, text: `import pg from 'pg';` }];
    expect(findViolations(files)[0]?.message).toContain('take a Tx from platform/db.ts');
  });
});
