import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { parseSync } from 'vite';

/** A file of the repository. Paths have forward slashes and begin at its root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One rule broken in one place. The message says what to do instead. */
export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

/** One import, re-export, import() or import type of a file. */
export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The file of the repository it leads to; undefined for packages from npm and Node's own. */
  readonly target: string | undefined;
  /** The names taken, as the other file calls them, without those that are types only. */
  readonly names: readonly string[];
}

/** A TypeScript file with what it imports. */
export interface ParsedFile extends SourceFile {
  readonly imports: readonly Import[];
}

/** Parses the TypeScript files among `files`. @throws Error when one has a syntax error */
export function parseFiles(files: readonly SourceFile[]): ParsedFile[] {
  return files
    .filter(({ path }) => /\.tsx?$/.test(path))
    .map((file) => {
      const { program, errors } = parseSync(file.path, file.text);
      if (errors.length > 0) throw new Error(`${file.path}: ${errors[0]?.message}`);
      return { ...file, imports: findImports(program, file.path) };
    });
}

/** Every node that names another file has it in `source`, wherever in the tree it stands. */
function findImports(node: unknown, path: string): Import[] {
  if (Array.isArray(node)) return node.flatMap((child) => findImports(child, path));
  if (typeof node !== 'object' || node === null) return [];
  const found = Object.values(node).flatMap((child) => findImports(child, path));
  const specifier = literal(node, 'source') ?? literal(node, 'expression');
  const isReference = 'type' in node && REFERENCES.has(String(node.type));
  if (specifier === undefined || !isReference) return found;
  return [...found, { specifier, target: resolve(specifier, path), names: namesOf(node) }];
}

const REFERENCES = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
  'TSExternalModuleReference',
]);

function literal(node: object, key: string): string | undefined {
  const child: unknown = Reflect.get(node, key);
  if (typeof child !== 'object' || child === null || !('value' in child)) return undefined;
  return typeof child.value === 'string' ? child.value : undefined;
}

interface Specifier {
  readonly importKind?: string;
  readonly imported?: { readonly name?: string };
}

function namesOf(node: object): string[] {
  if (Reflect.get(node, 'importKind') === 'type') return [];
  const specifiers = (Reflect.get(node, 'specifiers') ?? []) as readonly Specifier[];
  return specifiers
    .filter(({ importKind }) => importKind !== 'type')
    .flatMap(({ imported }) => imported?.name ?? []);
}

/** Where our own packages begin. */
const WORKSPACES: ReadonlyMap<string, string> = new Map([
  ['@ludao/rules', 'packages/rules/src'],
  ['@ludao/contracts', 'packages/contracts/src'],
  ['@ludao/server', 'apps/server/src'],
  ['@ludao/web', 'apps/web/src'],
]);

function resolve(specifier: string, from: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const [scope, name, ...rest] = specifier.split('/');
  const folder = WORKSPACES.get(`${scope}/${name}`);
  return folder === undefined ? undefined : posix.join(folder, ...rest);
}

/** Whether an import is one of Node's own modules, with or without the prefix. */
export function isNodeBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier.split('/')[0] ?? '');
}

export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path);
}
