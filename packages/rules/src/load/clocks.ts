import { z } from 'zod';
import {
  CLOCK_DEBTORS,
  CLOCK_DIRECTIONS,
  CLOCK_UNITS,
  type ClockDefinition,
  type ClockLength,
  type ClockPack,
} from '../clocks/model.ts';
import { CONFIDENCES, LAYERS } from '../layer.ts';
import { provenanceSchema, text, toProvenance } from './provenance.ts';
import type { Source } from './source.ts';

const code = z.string().regex(/^[A-Z][A-Z_]{2,39}$/, 'capitals and underscores');
const coded = text.extend({ code });
const days = z.int().nonnegative().max(3650);

const length = z.strictObject({
  code: code.optional(),
  zh: z.string().min(1).optional(),
  en: z.string().min(1).optional(),
  unit: z.enum(CLOCK_UNITS),
  value: z.int().nonnegative().max(3650),
  min: z.int().positive().optional(),
  max: z.int().positive().optional(),
  owed_by: z.enum(CLOCK_DEBTORS).optional(),
});

const clock = z.strictObject({
  id: z.string().regex(/^C\d{2}$/),
  title: text,
  start: coded,
  direction: z.enum(CLOCK_DIRECTIONS).default('AFTER'),
  lengths: z.array(length).min(1),
  owed_by: z.enum(CLOCK_DEBTORS),
  excludes: z
    .array(z.strictObject({ what: code, cite: z.string().min(1), confidence: z.enum(CONFIDENCES) }))
    .default([]),
  rolls: z.boolean().optional(),
  amber: days.optional(),
  red: days.optional(),
  missed: coded,
  cite: z.string().min(1),
  layer: z.enum(LAYERS),
  confidence: z.enum(CONFIDENCES).optional(),
  tension: text.optional(),
  note: z.string().min(1).optional(),
});

const schema = z.strictObject({
  pack: provenanceSchema,
  exclusions: z.array(coded),
  clocks: z.array(clock).min(1),
});
type Raw = z.output<typeof schema>;
type RawClock = Raw['clocks'][number];

/** Reads a clocks.yaml. Diagnostics stay on the source; null when there are any. */
export function loadClocks(id: string, source: Source): ClockPack | null {
  const raw = source.read<Raw>(schema);
  if (!raw) return null;
  const seen = new Set<string>();
  const clocks = raw.clocks.map((one, index) => {
    const path = ['clocks', index];
    if (seen.has(one.id)) source.report([...path, 'id'], 'clock.twice', `"${one.id}" stands twice`);
    seen.add(one.id);
    checkLengths(one, path, source);
    return toDefinition(one, raw, path, source);
  });
  if (source.diagnostics.length > 0) return null;
  return { ...toProvenance(id, raw.pack), clocks };
}

/** The same clock may not stand in two packs that hold somewhere on one day. */
export function checkClocks(packs: readonly ClockPack[]): string[] {
  return packs.flatMap((a, index) =>
    packs
      .slice(index + 1)
      .filter((b) => startsBeforeEnd(a, b) && startsBeforeEnd(b, a))
      .flatMap((b) =>
        a.clocks
          .filter(({ id }) => b.clocks.some((other) => other.id === id))
          .map(({ id }) => `${a.id} and ${b.id} both have the clock ${id}`),
      ),
  );
}

function startsBeforeEnd(a: ClockPack, b: ClockPack): boolean {
  return b.effectiveTo === null || a.effectiveFrom <= b.effectiveTo;
}

function checkLengths({ lengths }: RawClock, path: readonly PropertyKey[], source: Source): void {
  const codes = lengths.map((one) => one.code);
  const isNamed = codes.every((one) => one !== undefined) && new Set(codes).size === codes.length;
  if (lengths.length > 1 && !isNamed) {
    source.report([...path, 'lengths'], 'clock.length', 'several lengths need a code each');
  }
  lengths.forEach(({ value, min, max, code: own, zh, en }, index) => {
    const at = [...path, 'lengths', index];
    if ((own === undefined) !== (zh === undefined) || (zh === undefined) !== (en === undefined)) {
      source.report(at, 'clock.length', 'a code comes with words in both languages');
    }
    const ranged = min !== undefined && max !== undefined;
    if ((min === undefined) !== (max === undefined) || (ranged && (value < min || value > max))) {
      source.report(at, 'clock.range', 'the value lies between min and max');
    }
  });
}

function toDefinition(
  raw: RawClock,
  { pack, exclusions }: Raw,
  path: readonly PropertyKey[],
  source: Source,
): ClockDefinition {
  return {
    id: raw.id,
    title: raw.title,
    start: raw.start,
    direction: raw.direction,
    lengths: raw.lengths.map((one) => toLength(one, raw)),
    excludes: raw.excludes.flatMap(({ what, ...said }, index) => {
      const words = exclusions.find((one) => one.code === what);
      if (words) return { ...words, ...said };
      source.report([...path, 'excludes', index, 'what'], 'clock.exclusion', `no "${what}" above`);
      return [];
    }),
    missed: raw.missed,
    cite: raw.cite,
    layer: raw.layer,
    confidence: raw.confidence ?? pack.confidence,
    tension: raw.tension ?? null,
    note: raw.note ?? null,
  };
}

function toLength(raw: RawClock['lengths'][number], of: RawClock): ClockLength {
  const owedBy = raw.owed_by ?? of.owed_by;
  const canRoll = raw.unit !== 'HOUR' && raw.unit !== 'IMMEDIATE' && raw.unit !== 'WORKING_DAY';
  const isDue = of.direction === 'AFTER';
  const { min, max } = raw;
  return {
    code: raw.code ?? null,
    title: raw.zh !== undefined && raw.en !== undefined ? { zh: raw.zh, en: raw.en } : null,
    unit: raw.unit,
    value: raw.value,
    range: min !== undefined && max !== undefined ? { min, max } : null,
    owedBy,
    rolls: of.rolls ?? (isDue && canRoll && owedBy === 'PARTY'),
    warn: { amber: of.amber ?? usualAmber(raw), red: of.red ?? 0 },
  };
}

/** Where the pack says nothing: the last quarter of the period; a month before one of months. */
function usualAmber({ unit, value }: RawClock['lengths'][number]): number {
  if (unit === 'IMMEDIATE') return 0;
  if (unit === 'MONTH') return 15;
  if (unit === 'YEAR') return 60;
  return Math.max(1, Math.ceil(value / 4));
}
