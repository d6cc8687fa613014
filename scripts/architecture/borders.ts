import { isNodeBuiltin, isTest, type Import, type ParsedFile, type Violation } from './source.ts';

const PLATFORM = 'apps/server/src/platform/';
const WEB = 'apps/web/src/';

/** packages/* also run in the browser and know no app. */
export function findImpurePackages(files: readonly ParsedFile[]): Violation[] {
  return check(files, 'pure packages', (path, { specifier, target = '' }) => {
    if (!/^packages\/[^/]+\/src\//.test(path)) return undefined;
    if (target.startsWith('apps/')) {
      return `imports ${specifier}; packages know no app: move what both need into a package`;
    }
    if (isTest(path) || !isNodeBuiltin(specifier)) return undefined;
    return `imports ${specifier}; packages do no I/O: let the caller pass the data in`;
  });
}

/** platform knows no policy, so it knows no module. */
export function findPolicyInPlatform(files: readonly ParsedFile[]): Violation[] {
  return check(files, 'platform knows no policy', (path, { target = '' }) => {
    if (!path.startsWith(PLATFORM) || !target.startsWith('apps/server/src/modules/')) {
      return undefined;
    }
    return `imports ${target}; let app.ts hand it in instead`;
  });
}

const DRIVERS = /^(pg|pg-pool|pg-native|@electric-sql\/pglite)(\/|$)/;
const KYSELY_DOORS = /^Kysely$|(Dialect|Driver|Adapter|QueryCompiler|Introspector)$/;

/** Connections are opened, and statements sent, in platform only. */
export function findDriversOutsidePlatform(files: readonly ParsedFile[]): Violation[] {
  return check(files, 'drivers in platform', (path, { specifier, names }) => {
    if (!/^(apps|packages)\//.test(path) || path.startsWith(PLATFORM)) return undefined;
    const opens = specifier === 'kysely' && names.some((name) => KYSELY_DOORS.test(name));
    if (!opens && !DRIVERS.test(specifier)) return undefined;
    return `imports ${opens ? names.join(', ') : specifier}; take a Tx from platform/db.ts, and tx.kysely() for typed queries`;
  });
}

/** Where a feature may reach, besides its own files and packages from npm. */
const FEATURE_REACH = [
  'packages/contracts/',
  'packages/rules/',
  ...['ui', 'i18n', 'api'].map((folder) => `${WEB}${folder}/`),
];

/** A feature stands alone; routes put features together. */
export function findEntangledFeatures(files: readonly ParsedFile[]): Violation[] {
  return check(files, 'features stand alone', (path, { specifier, target = '' }) => {
    const own = /^apps\/web\/src\/features\/[^/]+\//.exec(path)?.[0];
    if (own === undefined || (isTest(path) && isNodeBuiltin(specifier))) return undefined;
    const isElsewhere =
      isNodeBuiltin(specifier) ||
      (target !== '' && ![own, ...FEATURE_REACH].some((folder) => target.startsWith(folder)));
    if (!isElsewhere) return undefined;
    return `imports ${specifier}; a feature imports contracts, rules, ui, i18n, api and its own files: move what two features share into ui or a package, and let app/ or desk/ join them`;
  });
}

/** ui has no data and no policy; the web app and the server meet in contracts only. */
export function findUpwardImports(files: readonly ParsedFile[]): Violation[] {
  return check(files, 'layers of the apps', (path, { specifier, target = '' }) => {
    const isUp = ['features', 'app', 'desk'].some((name) => target.startsWith(`${WEB}${name}/`));
    if (isUp && /^apps\/web\/src\/(ui|i18n|api)\//.test(path)) {
      return `imports ${specifier}; ui, i18n and api know no feature: take what is needed as a property`;
    }
    if (target.startsWith(`${WEB}api/`) && /^apps\/web\/src\/(ui|i18n)\//.test(path)) {
      return `imports ${specifier}; ui and i18n ask no server: take the data as a property`;
    }
    const [from, to] = [appOf(path), appOf(target)];
    if (from === undefined || to === undefined || from === to) return undefined;
    return `imports ${specifier}; the apps meet in packages/contracts only`;
  });
}

function appOf(path: string): string | undefined {
  return /^apps\/([^/]+)\//.exec(path)?.[1];
}

function check(
  files: readonly ParsedFile[],
  rule: string,
  judge: (path: string, reference: Import) => string | undefined,
): Violation[] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap((reference) => {
      const message = judge(path, reference);
      return message === undefined ? [] : [{ rule, path, message }];
    }),
  );
}
