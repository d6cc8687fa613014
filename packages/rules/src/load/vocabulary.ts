import { z } from 'zod';
import type { Expression } from '../expression.ts';
import { FactTable } from '../fact-table.ts';
import { MAX_OPTIONS, type Contradiction, type Fact, type Vocabulary } from '../vocabulary.ts';
import { FeelError, parseCondition } from './feel.ts';
import type { Source } from './source.ts';
import { type Path } from './source.ts';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const base = {
  group: z.string(),
  scope: z.enum(['project', 'activity']).default('project'),
  label: text,
  help: text.optional(),
  ask_when: z.string().optional(),
  always: z.boolean().optional(),
};
const option = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  help: text.optional(),
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
const schema = z.strictObject({
  units: z.record(
    z.string(),
    z.strictObject({
      label: text,
      max: z.number().positive(),
      steps: z.record(z.string(), z.int().positive()),
    }),
  ),
  groups: z.record(
    z.string(),
    z.strictObject({ ask: text, help: text.optional(), by_tick: z.boolean().optional() }),
  ),
  facts: z.record(z.string(), fact),
  works: z.record(z.string(), text),
  contradictions: z.array(z.strictObject({ when: z.string(), text })),
  cores: z
    .array(z.strictObject({ of: z.array(z.string()), facts: z.array(z.string()) }))
    .default([]),
});
type Raw = z.infer<typeof schema>;

const KEY = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/;
const RESERVED = new Set(
  'in or and for some every then else if satisfies between return function not true false null'.split(
    ' ',
  ),
);

/** Reads facts.yaml. Diagnostics stay on the source; null when there are any. */
export function loadVocabulary(source: Source): Vocabulary | null {
  const raw = source.read<Raw>(schema);
  if (!raw) return null;
  for (const key of Object.keys(raw.facts)) checkFact(key, raw, source);
  raw.cores.forEach(({ facts: core }, index) => {
    for (const key of core.filter((name) => !(name in raw.facts))) {
      source.report(['cores', index, 'facts'], 'core.fact', `unknown fact "${key}"`);
    }
  });
  if (source.diagnostics.length > 0) return null;
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
    works: Object.entries(raw.works).map(([id, label]) => ({ id, label })),
    contradictions: [],
    cores: raw.cores,
  };
  const table = new FactTable(bare);
  const contradictions: Contradiction[] = [];
  raw.contradictions.forEach((entry, index) => {
    const when = readCondition(entry.when, table, source, ['contradictions', index, 'when']);
    if (when) contradictions.push({ when, text: entry.text });
  });
  const asked = facts.map((entry) => {
    const condition = raw.facts[entry.key]!.ask_when;
    if (condition === undefined) return entry;
    const askWhen = readCondition(condition, table, source, ['facts', entry.key, 'ask_when']);
    return askWhen ? { ...entry, askWhen } : entry;
  });
  return source.diagnostics.length > 0 ? null : { ...bare, facts: asked, contradictions };
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
    source.report(path, error.code, error.message, error.at);
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
        options: Object.entries(raw.options).map(([id, { zh, en, help }]) => ({
          id,
          label: { zh, en },
          ...(help ? { help } : {}),
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
