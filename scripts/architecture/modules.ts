import {
  isNodeBuiltin,
  isTest,
  type ParsedFile,
  type SourceFile,
  type Violation,
} from './source.ts';

const MODULES = 'apps/server/src/modules/';

/** A file's place in a module; a part is a file with a name of its own, pure like decide.ts. */
type Role = 'index' | 'routes' | 'service' | 'store' | 'decide' | 'model' | 'testing' | 'part';

/** What each file of a module may import from its own module. Tests may import everything. */
const MAY_IMPORT: Record<Role, readonly Role[]> = {
  index: ['routes', 'service', 'store', 'decide', 'model', 'part'],
  routes: ['routes', 'service', 'model', 'part'],
  service: ['service', 'store', 'decide', 'model', 'part'],
  store: ['store', 'model', 'part'],
  decide: ['decide', 'model', 'part'],
  model: ['model', 'part'],
  testing: ['service', 'store', 'decide', 'model', 'testing', 'part'],
  part: ['decide', 'model', 'part'],
};

function moduleOf(path: string): string | undefined {
  return path.startsWith(MODULES) ? path.slice(MODULES.length).split('/')[0] : undefined;
}

function roleOf(path: string): Role {
  const name = path.split('/').at(-1)?.replace(/\.ts$/, '') ?? '';
  return Object.hasOwn(MAY_IMPORT, name) ? (name as Role) : 'part';
}

/** A module is entered through its index.ts; tests may also use its builders. */
export function findWindowsClimbed(files: readonly ParsedFile[]): Violation[] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap(({ target = '' }) => {
      const other = moduleOf(target);
      if (other === undefined || other === moduleOf(path)) return [];
      if (target === `${MODULES}${other}/index.ts`) return [];
      const isBuilder = target === `${MODULES}${other}/testing.ts`;
      if (isBuilder && (isTest(path) || roleOf(path) === 'testing')) return [];
      const message = `imports ${target}; import from ${MODULES}${other}/index.ts instead, and export there what is missing`;
      return [{ rule: 'one door', path, message }];
    }),
  );
}

/** routes → service → decide, model; service → store. */
export function findWrongDirections(files: readonly ParsedFile[]): Violation[] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap(({ target = '' }) => {
      const own = moduleOf(path);
      if (own === undefined || own !== moduleOf(target) || isTest(path)) return [];
      const [from, to] = [roleOf(path), roleOf(target)];
      if (MAY_IMPORT[from].includes(to)) return [];
      const allowed = MAY_IMPORT[from].filter((role) => role !== from).join(', ');
      const message = `imports ${target}; ${from === 'part' ? 'a file of this kind' : `${from}.ts`} may import only ${allowed} of its module`;
      return [{ rule: 'direction', path, message }];
    }),
  );
}

/** What decides must not reach a disk, a network, a database or a clock. */
const IMPURE = /^(pg|kysely|fastify|@fastify\/.+|@electric-sql\/.+)(\/|$)/;
/** The parts of platform that compute without touching anything. */
const PURE_PLATFORM = new Set(
  ['working-days', 'days', 'refusal'].map((name) => `apps/server/src/platform/${name}.ts`),
);

/** decide.ts and model.ts do no I/O, nor does any file of the module that they import. */
export function findImpureDecisions(files: readonly ParsedFile[]): Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const pure = new Set<ParsedFile>();
  const visit = (file: ParsedFile | undefined) => {
    if (file === undefined || pure.has(file)) return;
    pure.add(file);
    for (const { target = '' } of file.imports) {
      if (moduleOf(target) === moduleOf(file.path)) visit(byPath.get(target));
    }
  };
  files
    .filter(({ path }) => moduleOf(path) && ['decide', 'model'].includes(roleOf(path)))
    .forEach(visit);
  return [...pure].flatMap(({ path, imports }) =>
    imports
      .filter(({ specifier, target = '' }) => {
        const isPlatform = target.startsWith('apps/server/src/platform/');
        if (isPlatform) return !PURE_PLATFORM.has(target);
        return isNodeBuiltin(specifier) || IMPURE.test(specifier);
      })
      .map(({ specifier }) => ({
        rule: 'pure decisions',
        path,
        message: `imports ${specifier}; what decides does no I/O: let service.ts load it and pass the value in`,
      })),
  );
}

/** Modules form no circle. Tests do not count: they may set the scene with other modules. */
export function findCircles(files: readonly ParsedFile[]): Violation[] {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    const from = moduleOf(path);
    if (from === undefined || isTest(path)) continue;
    const others = graph.get(from) ?? new Set();
    for (const { target = '' } of imports) {
      const to = moduleOf(target);
      if (to !== undefined && to !== from) others.add(to);
    }
    graph.set(from, others);
  }
  const found: Violation[] = [];
  const done = new Set<string>();
  const walk = (module: string, trail: readonly string[]) => {
    const at = trail.indexOf(module);
    if (at >= 0) {
      const circle = [...trail.slice(at), module].join(' → ');
      const message = `${circle} is a circle; let a third module own what they share, or send an event`;
      found.push({ rule: 'no circles', path: `${MODULES}${module}/`, message });
    }
    if (done.has(module)) return;
    done.add(module);
    for (const next of graph.get(module) ?? []) walk(next, [...trail, module]);
  };
  for (const start of graph.keys()) walk(start, []);
  return found;
}

/** A module explains itself, has a door and is tested. */
export function findIncompleteModules(files: readonly SourceFile[]): Violation[] {
  const paths = files.map(({ path }) => path);
  const modules = new Set(paths.flatMap((path) => moduleOf(path) ?? []));
  return [...modules].flatMap((module) => {
    const folder = `${MODULES}${module}/`;
    const missing = [
      ...['README.md', 'index.ts'].filter((name) => !paths.includes(folder + name)),
      ...(paths.some((path) => path.startsWith(folder) && isTest(path)) ? [] : ['*.test.ts']),
    ];
    const message = `has no ${missing.join(' and no ')}; every module explains itself, has a door and is tested`;
    return missing.length === 0 ? [] : [{ rule: 'complete modules', path: folder, message }];
  });
}
