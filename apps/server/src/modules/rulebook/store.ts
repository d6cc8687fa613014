import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type {
  AliasTable,
  ClockPack,
  Industry,
  ListPack,
  PackCases,
  ProcedurePack,
  ReliefPack,
  RulePack,
  RuleSet,
  Vocabulary,
} from '@ludao/rules';
import { FactTable } from '@ludao/rules';
import {
  checkClocks,
  checkEditions,
  loadClocks,
  loadCases,
  loadList,
  loadPack,
  loadProcedure,
  loadReliefs,
  loadVocabulary,
  officialSchema,
  PackError,
  type Diagnostic,
  type Source,
} from '@ludao/rules/load';
import { z } from 'zod';
import { loadAliases } from './aliases.ts';
import { PackFolder } from './files.ts';
import type { Rulebook } from './model.ts';
import type { TablePack } from './table-content.ts';
import { readTable } from './tables.ts';

/** The law that ships with the software. */
export const RULEPACKS = fileURLToPath(new URL('../../../../../rulepacks', import.meta.url));
const INDUSTRY_TABLE = 'national/gbt-4754/2017';
/** Invented lists and adoptions, read only where somebody asks to be shown how relief works. */
const DEMO = 'demo';

/**
 * Reads every pack below a folder; invented entries only when asked. Nothing loads unless
 * everything does. The cases are half of the text and no answer needs them: they are read, and
 * their faults thrown, when first asked for.
 * @throws PackError with each fault's file, line and column
 */
export function readRulebook(root = RULEPACKS, { demo = false } = {}): Rulebook {
  const folder = new PackFolder(root);
  const reading = new Reading(folder, demo);
  const vocabulary = readVocabulary(folder);
  const table = new FactTable(vocabulary);
  const { industries, aliases } = readIndustries(folder);
  const packs = readCatalogues(reading, table);
  const clocks = readClocks(reading);
  const content = {
    vocabulary,
    industries,
    packs,
    reliefs: readReliefs(reading, table),
    lists: readLists(reading, table),
    procedures: readProcedures(reading, clocks),
    clocks,
  };
  const tables = readTables(reading);
  reading.throwFaults();
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const ruleSet: RuleSet = { digest, ...content };
  let cases: Rulebook['cases'] | null = null;
  return {
    ruleSet,
    aliases,
    tables,
    get cases() {
      return (cases ??= readCases(folder, packs));
    },
  };
}

/** One pass over a folder: which packs belong to it, and every fault met on the way. */
class Reading {
  readonly folder: PackFolder;
  readonly #demo: boolean;
  readonly #faults: Diagnostic[] = [];

  constructor(folder: PackFolder, demo: boolean) {
    this.folder = folder;
    this.#demo = demo;
  }

  packsWith(name: string): string[] {
    return this.folder
      .foldersWith(name)
      .filter((path) => this.#demo || !path.startsWith(`${DEMO}/`));
  }

  note(sources: readonly Source[]): void {
    this.#faults.push(...sources.flatMap(({ diagnostics }) => diagnostics));
  }

  fault(code: string, message: string): void {
    this.#faults.push({ file: this.folder.root, line: 1, column: 1, code, message });
  }

  throwFaults(): void {
    if (this.#faults.length > 0) throw new PackError(this.#faults);
  }
}

function readCatalogues(reading: Reading, table: FactTable): RulePack[] {
  const { folder } = reading;
  const packs: RulePack[] = [];
  for (const path of reading.packsWith('rules.yaml')) {
    const rules = folder.open(`${path}/rules.yaml`);
    const items = folder.yamlFiles(`${path}/items`);
    const official = folder.json(`${path}/official.json`, officialSchema);
    const pack = loadPack(path, rules, official, table, items);
    reading.note([rules, ...items]);
    if (!pack) continue;
    packs.push(pack);
  }
  for (const message of checkEditions(packs)) reading.fault('edition.overlap', message);
  return packs;
}

function readCases(folder: PackFolder, packs: readonly RulePack[]): Record<string, PackCases> {
  const reading = new Reading(folder, true);
  const cases: Record<string, PackCases> = {};
  for (const { id } of packs) {
    const files = folder.yamlFiles(`${id}/cases`);
    const found = files.map((source) => loadCases(source));
    reading.note(files);
    cases[id] = {
      items: found.flatMap((part) => part?.items ?? []),
      projects: found.flatMap((part) => part?.projects ?? []),
    };
  }
  reading.throwFaults();
  return cases;
}

function readReliefs(reading: Reading, table: FactTable): ReliefPack[] {
  return reading.packsWith('reliefs.yaml').flatMap((path) => {
    const source = reading.folder.open(`${path}/reliefs.yaml`);
    const text = reading.folder.text(`${path}/text.zh.txt`);
    const pack = loadReliefs(path, source, text, table);
    reading.note([source]);
    return pack ?? [];
  });
}

function readLists(reading: Reading, table: FactTable): ListPack[] {
  return reading.packsWith('list.yaml').flatMap((path) => {
    const source = reading.folder.open(`${path}/list.yaml`);
    const list = loadList(path, source, table);
    reading.note([source]);
    return list ?? [];
  });
}

function readClocks(reading: Reading): ClockPack[] {
  const packs = reading.packsWith('clocks.yaml').flatMap((path) => {
    const source = reading.folder.open(`${path}/clocks.yaml`);
    const pack = loadClocks(path, source);
    reading.note([source]);
    return pack ?? [];
  });
  for (const message of checkClocks(packs)) reading.fault('clock.overlap', message);
  return packs;
}

function readProcedures(reading: Reading, packs: readonly ClockPack[]): ProcedurePack[] {
  const clocks = packs.flatMap((pack) => pack.clocks);
  return reading.packsWith('procedure.yaml').flatMap((path) => {
    const source = reading.folder.open(`${path}/procedure.yaml`);
    const pack = loadProcedure(path, source, clocks);
    reading.note([source]);
    return pack ?? [];
  });
}

function readTables(reading: Reading): TablePack[] {
  return reading.packsWith('table.yaml').flatMap((path) => {
    const { source, table } = readTable(reading.folder, path);
    reading.note([source]);
    return table ?? [];
  });
}

/** The one vocabulary, whose files are read in the order of their names. */
function readVocabulary(folder: PackFolder): Vocabulary {
  const [first, ...others] = folder.yamlFiles('vocabulary');
  const vocabulary = loadVocabulary(first ?? folder.open('vocabulary'), ...others);
  if (vocabulary) return vocabulary;
  throw new PackError([first!, ...others].flatMap(({ diagnostics }) => diagnostics));
}

const industriesSchema = z.object({ rows: z.array(z.tuple([z.string(), z.string()])) });

function readIndustries(folder: PackFolder): { industries: Industry[]; aliases: AliasTable } {
  const { rows } = folder.json(`${INDUSTRY_TABLE}/industries.json`, industriesSchema);
  const industries = rows.map(([code, name]) => ({ code, name }));
  const known = new Set(industries.map(({ code }) => code));
  const source = folder.open(`${INDUSTRY_TABLE}/aliases.yaml`);
  const aliases = loadAliases(source, known);
  if (!aliases) throw new PackError(source.diagnostics);
  return { industries, aliases };
}
