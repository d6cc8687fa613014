import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Industry, PackCases, RulePack, RuleSet } from '@ludao/rules';
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
import { loadAliases } from './aliases.ts';
import type { AliasTable, Rulebook } from './model.ts';

/** The law that ships with the software. */
export const RULEPACKS = fileURLToPath(new URL('../../../../../rulepacks', import.meta.url));
const INDUSTRY_TABLE = 'national/gbt-4754/2017';

/**
 * Reads every pack below a folder. Nothing loads unless everything does.
 * @throws PackError with each fault's file, line and column
 */
export function readRulebook(folder = RULEPACKS): Rulebook {
  const diagnostics: Diagnostic[] = [];
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const facts = new Source('facts.yaml', read('facts.yaml'));
  const vocabulary = loadVocabulary(facts);
  if (!vocabulary) throw new PackError(facts.diagnostics);
  const table = new FactTable(vocabulary);
  const { industries, aliases } = readIndustries(read);
  const packs: RulePack[] = [];
  const cases: Record<string, PackCases> = {};
  for (const path of findPacks(folder)) {
    const rules = new Source(`${path}/rules.yaml`, read(`${path}/rules.yaml`));
    const official = officialSchema.parse(JSON.parse(read(`${path}/official.json`)));
    const pack = loadPack(path, rules, official, table);
    diagnostics.push(...rules.diagnostics);
    if (!pack) continue;
    packs.push(pack);
    if (!existsSync(join(folder, path, 'cases.yaml'))) continue;
    const casesSource = new Source(`${path}/cases.yaml`, read(`${path}/cases.yaml`));
    const packCases = loadCases(casesSource);
    diagnostics.push(...casesSource.diagnostics);
    if (packCases) cases[path] = packCases;
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
  const { rows } = JSON.parse(read(`${INDUSTRY_TABLE}/industries.json`)) as {
    rows: [string, string][];
  };
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
