import { z } from 'zod';
import type { Expression } from '../expression.ts';
import { FactTable } from '../fact-table.ts';
import {
  MAX_OPTIONS,
  type Contradiction,
  type Fact,
  type Twin,
  type Vocabulary,
} from '../vocabulary.ts';
import { FeelError, parseCondition } from './feel.ts';
import type { Path, Source } from './source.ts';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const base = {
  group: z.string(),
  scope: z.enum(['project', 'activity']).default('project'),
  label: text,
  help: text.optional(),
  ask_when: z.string().optional(),
  always: z.boolean().optional(),
  rare: z.boolean().optional(),
  /** Further words for it in a description, beside its label. */
  words: z.array(z.string().min(1)).default([]),
};
const option = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  help: text.optional(),
  words: z.array(z.string().min(1)).default([]),
});
const fact = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('boolean'),
    codes: z
      .strictObject({
        yes: z.array(z.string()).default([]),
        maybe: z.array(z.string()).default([]),
      })
      .optional(),
    presumed: z.boolean().optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('choice'),
    options: z.record(z.string(), option),
    neutral: z.string().optional(),
    neutral_is_rest: z.boolean().optional(),
    core_of: z.array(z.string()).optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('quantity'),
    unit: z.string(),
    none_if_unstated: z.boolean().default(false),
    sum_of_shares: z.record(z.string(), z.number().positive()).optional(),
  }),
]);
const work = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  words: z.array(z.string().min(1)).default([]),
});
/** One file of the vocabulary; the files of a folder are read in the order of their names. */
const schema = z.strictObject({
  units: section(
    z.strictObject({
      label: text,
      max: z.number().positive(),
      steps: z.record(z.string(), z.int().positive()),
    }),
  ),
  groups: section(
    z.strictObject({ ask: text, help: text.optional(), by_tick: z.boolean().optional() }),
  ),
  facts: section(fact),
  works: section(work),
  contradictions: z.array(z.strictObject({ when: z.string(), text })).default([]),
  cores: z
    .array(z.strictObject({ of: z.array(z.string()), facts: z.array(z.string()) }))
    .default([]),
  twins: z.array(z.strictObject({ when: z.string(), facts: z.array(z.string()) })).default([]),
});
type Raw = z.infer<typeof schema>;
type Section = 'units' | 'groups' | 'facts' | 'works';

function section<T extends z.ZodType>(entry: T) {
  return z.record(z.string(), entry).default({});
}

const KEY = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/;
const RESERVED = new Set(
  'in or and for some every then else if satisfies between return function not true false null'.split(
    ' ',
  ),
);

/**
 * Reads the vocabulary from one or several files, in their order. Diagnostics stay on the
 * sources; null when there are any.
 */
export function loadVocabulary(first: Source, ...others: Source[]): Vocabulary | null {
  const sources = [first, ...others];
  const isFaulty = () => sources.some(({ diagnostics }) => diagnostics.length > 0);
  const files = sources.map((source) => ({ source, raw: source.read<Raw>(schema) }));
  if (isFaulty()) return null;
  const read = files.map(({ source, raw }) => ({ source, raw: raw! }));
  const raw: Raw = {
    units: join('units', read),
    groups: join('groups', read),
    facts: join('facts', read),
    works: join('works', read),
    contradictions: read.flatMap((file) => file.raw.contradictions),
    cores: read.flatMap((file) => file.raw.cores),
    twins: read.flatMap((file) => file.raw.twins),
  };
  for (const file of read) {
    for (const key of Object.keys(file.raw.facts)) checkFact(key, raw, file.source);
    for (const part of ['cores', 'twins'] as const) {
      file.raw[part].forEach(({ facts: named }, index) => {
        for (const key of named.filter((name) => !(name in raw.facts))) {
          file.source.report([part, index, 'facts'], 'core.fact', `unknown fact "${key}"`);
        }
      });
    }
  }
  if (isFaulty()) return null;
  const facts = Object.entries(raw.facts).map(([key, entry]) => toFact(key, entry));
  const bare: Vocabulary = {
    units: Object.entries(raw.units).map(([id, { label, max, steps }]) => ({
      id,
      label,
      max,
      multipliers: steps,
    })),
    groups: Object.entries(raw.groups).map(([id, { ask, help, by_tick: byTick }]) => ({
      id,
      ask,
      ...(help ? { help } : {}),
      ...(byTick ? { byTick } : {}),
    })),
    facts,
    works: Object.entries(raw.works).map(([id, { zh, en, words }]) => ({
      id,
      label: { zh, en },
      words,
    })),
    contradictions: [],
    cores: raw.cores,
    twins: [],
  };
  const table = new FactTable(bare);
  const contradictions: Contradiction[] = [];
  const twins: Twin[] = [];
  const conditions = new Map<string, Expression>();
  for (const { source, raw: file } of read) {
    file.contradictions.forEach((entry, index) => {
      const when = readCondition(entry.when, table, source, ['contradictions', index, 'when']);
      if (when) contradictions.push({ when, text: entry.text });
    });
    file.twins.forEach((entry, index) => {
      const when = readCondition(entry.when, table, source, ['twins', index, 'when']);
      if (when) twins.push({ when, facts: entry.facts });
    });
    for (const [key, { ask_when: condition }] of Object.entries(file.facts)) {
      if (condition === undefined) continue;
      const askWhen = readCondition(condition, table, source, ['facts', key, 'ask_when']);
      if (askWhen) conditions.set(key, askWhen);
    }
  }
  const asked = facts.map((entry) => {
    const askWhen = conditions.get(entry.key);
    return askWhen ? { ...entry, askWhen } : entry;
  });
  return isFaulty() ? null : { ...bare, facts: asked, contradictions, twins };
}

/** One section of all files together; a name that two files give is a fault of the second. */
function join<S extends Section>(
  name: S,
  files: readonly { readonly source: Source; readonly raw: Raw }[],
): Raw[S] {
  const joined = new Map<string, unknown>();
  for (const { source, raw } of files) {
    for (const [key, entry] of Object.entries(raw[name])) {
      if (joined.has(key)) {
        source.report([name, key], 'vocabulary.twice', `"${key}" stands in another file too`);
      } else joined.set(key, entry);
    }
  }
  return Object.fromEntries(joined) as Raw[S];
}

/** A condition with its errors reported at its place in the file. */
export function readCondition(
  condition: string,
  table: FactTable,
  source: Source,
  path: Path,
  definitions?: (name: string) => Expression | undefined,
): Expression | null {
  try {
    return parseCondition(condition, table, definitions);
  } catch (error) {
    if (!(error instanceof FeelError)) throw error;
    const params = { value: condition.slice(error.at, error.at + 30), limit: error.at + 1 };
    source.report(path, error.code, error.message, { offset: error.at, params });
    return null;
  }
}

function checkFact(key: string, raw: Raw, source: Source): void {
  const entry = raw.facts[key]!;
  const path = ['facts', key];
  const report = (code: string, message: string) => source.report(path, code, message);
  if (!KEY.test(key)) report('fact.key', `"${key}" is not lower-case ASCII words with dots`);
  if (key.split('.').some((part) => RESERVED.has(part))) {
    report('fact.key', `"${key}" holds a reserved word`);
  }
  if (!(entry.group in raw.groups)) report('fact.group', `unknown group "${entry.group}"`);
  if (entry.type === 'choice') {
    const ids = Object.keys(entry.options);
    if (ids.length < 2 || ids.length > MAX_OPTIONS) {
      report('fact.options', `a choice has 2 to ${MAX_OPTIONS} options`);
    }
    if (entry.neutral && !ids.includes(entry.neutral)) {
      report('fact.neutral', `"${entry.neutral}" is not one of the options`);
    }
  }
  if (entry.rare && entry.type === 'choice' && !entry.neutral) {
    report('fact.rare', 'a rare choice needs a neutral option');
  }
  if (entry.type !== 'quantity') return;
  const unit = raw.units[entry.unit];
  if (!unit) report('fact.unit', `unknown unit "${entry.unit}"`);
  else if (!(entry.unit in unit.steps)) report('fact.unit', `"${entry.unit}" has no steps`);
  const suffix = entry.unit.replaceAll('/', '_').toLowerCase();
  if (!new RegExp(`[._]${suffix}$`).test(key)) {
    report('fact.unit', `the name of an amount in ${entry.unit} ends in "_${suffix}"`);
  }
  for (const part of Object.keys(entry.sum_of_shares ?? {})) {
    if (raw.facts[part]?.type !== 'quantity') report('fact.sum', `"${part}" is no amount`);
  }
}

function toFact(key: string, raw: Raw['facts'][string]): Fact {
  const { group, scope, label } = raw;
  const shared = {
    key,
    group,
    scope,
    label,
    ...(raw.help ? { help: raw.help } : {}),
    ...(raw.always ? { always: true } : {}),
    ...(raw.rare ? { rare: true } : {}),
    ...(raw.words.length > 0 ? { words: raw.words } : {}),
  };
  switch (raw.type) {
    case 'boolean':
      return {
        ...shared,
        type: 'boolean',
        ...(raw.codes ? { codes: raw.codes } : {}),
        ...(raw.presumed === undefined ? {} : { presumed: raw.presumed }),
      };
    case 'choice':
      return {
        ...shared,
        type: 'choice',
        options: Object.entries(raw.options).map(([id, { zh, en, help, words }]) => ({
          id,
          label: { zh, en },
          ...(help ? { help } : {}),
          ...(words.length > 0 ? { words } : {}),
        })),
        ...(raw.neutral ? { neutral: raw.neutral } : {}),
        ...(raw.neutral_is_rest ? { neutralIsRest: true } : {}),
        ...(raw.core_of ? { coreOf: raw.core_of } : {}),
      };
    case 'quantity':
      return {
        ...shared,
        type: 'quantity',
        unit: raw.unit,
        zeroWhenUnstated: raw.none_if_unstated,
        ...(raw.sum_of_shares ? { derived: raw.sum_of_shares } : {}),
      };
  }
}
