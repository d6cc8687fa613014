import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AliasTable, Industry, PackCases, RulePack, RuleSet, Vocabulary } from '@ludao/rules';
import { FactTable } from '@ludao/rules';
import {
  checkEditions,
  loadCases,
  loadPack,
  loadVocabulary,
  officialSchema,
  PackError,
  Source,
  type Diagnostic,
} from '@ludao/rules/load';
import { z } from 'zod';
import { loadAliases } from './aliases.ts';
import type { Rulebook } from './model.ts';

/** The law that ships with the software. */
export const RULEPACKS = fileURLToPath(new URL('../../../../../rulepacks', import.meta.url));
const INDUSTRY_TABLE = 'national/gbt-4754/2017';

/**
 * Reads every pack below a folder. Nothing loads unless everything does.
 * @throws PackError with each fault's file, line and column
 */
export function readRulebook(folder = RULEPACKS): Rulebook {
  const diagnostics: Diagnostic[] = [];
  const read = (path: string) => readText(folder, path);
  const vocabulary = readVocabulary(folder, read);
  const table = new FactTable(vocabulary);
  const { industries, aliases } = readIndustries(read);
  const packs: RulePack[] = [];
  const cases: Record<string, PackCases> = {};
  for (const path of findPacks(folder)) {
    const open = (file: string) => new Source(file, read(file));
    const rules = open(`${path}/rules.yaml`);
    const items = listYaml(folder, `${path}/items`).map(open);
    const official = readJson(`${path}/official.json`, read, officialSchema);
    const pack = loadPack(path, rules, official, table, items);
    diagnostics.push(...[rules, ...items].flatMap((source) => source.diagnostics));
    if (!pack) continue;
    packs.push(pack);
    const caseFiles = listYaml(folder, `${path}/cases`).map(open);
    const found = caseFiles.map((source) => loadCases(source));
    diagnostics.push(...caseFiles.flatMap((source) => source.diagnostics));
    cases[path] = {
      items: found.flatMap((part) => part?.items ?? []),
      projects: found.flatMap((part) => part?.projects ?? []),
    };
  }
  for (const message of checkEditions(packs)) {
    diagnostics.push({ file: folder, line: 1, column: 1, code: 'edition.overlap', message });
  }
  if (diagnostics.length > 0) throw new PackError(diagnostics);
  const content = { vocabulary, industries, packs };
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const ruleSet: RuleSet = { digest, ...content };
  return { ruleSet, cases, aliases };
}

/** The one vocabulary, whose files are read in the order of their names. */
function readVocabulary(folder: string, read: (path: string) => string): Vocabulary {
  const files = listYaml(folder, 'vocabulary');
  const [first, ...others] = files.map((file) => new Source(file, read(file)));
  const vocabulary = loadVocabulary(
    first ?? new Source('vocabulary', read('vocabulary')),
    ...others,
  );
  if (vocabulary) return vocabulary;
  throw new PackError([first!, ...others].flatMap((source) => source.diagnostics));
}

/** The YAML files of one folder by name; none where there is no such folder. */
function listYaml(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

const industriesSchema = z.object({ rows: z.array(z.tuple([z.string(), z.string()])) });

function readText(folder: string, path: string): string {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new PackError([{ file: path, line: 1, column: 1, code: 'file.unreadable', message }]);
  }
}

/** A transcription is written by a program, so its place is the file and the path inside it. */
function readJson<T>(path: string, read: (path: string) => string, schema: z.ZodType<T>): T {
  const refuse = (message: string) =>
    new PackError([{ file: path, line: 1, column: 1, code: 'file.content', message }]);
  let value: unknown;
  try {
    value = JSON.parse(read(path));
  } catch (error) {
    if (error instanceof PackError) throw error;
    throw refuse(error instanceof Error ? error.message : String(error));
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refuse(`${issue!.message} (at ${issue!.path.map(String).join('.')})`);
}

function findPacks(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'rules.yaml')
    .map((entry) => relative(folder, entry.parentPath).replaceAll('\\', '/'))
    .toSorted();
}

function readIndustries(read: (path: string) => string): {
  industries: Industry[];
  aliases: AliasTable;
} {
  const { rows } = readJson(`${INDUSTRY_TABLE}/industries.json`, read, industriesSchema);
  const industries = rows.map(([code, name]) => ({ code, name }));
  const known = new Set(industries.map(({ code }) => code));
  const source = new Source(
    `${INDUSTRY_TABLE}/aliases.yaml`,
    read(`${INDUSTRY_TABLE}/aliases.yaml`),
  );
  const aliases = loadAliases(source, known);
  if (!aliases) throw new PackError(source.diagnostics);
  return { industries, aliases };
}
