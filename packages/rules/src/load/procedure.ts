import { z } from 'zod';
import { LEVELS } from '../level.ts';
import { CONFIDENCES, LAYERS } from '../layer.ts';
import { findLength } from '../clocks/lengths.ts';
import type { ClockDefinition, ClockUnit } from '../clocks/model.ts';
import { STEP_CODES, type Period, type ProcedurePack } from '../procedure/model.ts';
import { nextStep, provenanceSchema, text, toProvenance } from './provenance.ts';
import type { Source } from './source.ts';

const schema = z.strictObject({
  pack: provenanceSchema,
  steps: z.array(
    z.strictObject({
      code: z.enum(STEP_CODES),
      title: text,
      cite: z.string().min(1),
      layer: z.enum(LAYERS),
      confidence: z.enum(CONFIDENCES),
    }),
  ),
  periods: z.array(
    z.strictObject({
      clock: z.string().regex(/^C\d{2}$/),
      levels: z.array(z.enum(LEVELS)).min(1),
      committed: z.boolean().default(false),
    }),
  ),
  documents: z.partialRecord(z.enum(LEVELS), z.array(nextStep).min(1)),
});

type Raw = z.output<typeof schema>;

/**
 * Reads a procedure.yaml; its periods are clocks, of which it says only for whom.
 * Diagnostics stay on the source; null when there are any.
 */
export function loadProcedure(
  id: string,
  source: Source,
  clocks: readonly ClockDefinition[],
): ProcedurePack | null {
  const raw = source.read<Raw>(schema);
  if (!raw) return null;
  for (const code of STEP_CODES) {
    if (raw.steps.some((step) => step.code === code)) continue;
    source.report(['steps'], 'procedure.step', `step "${code}" is left out`);
  }
  const periods = raw.periods.flatMap((period, index) =>
    readPeriods(period, index, clocks, source),
  );
  if (source.diagnostics.length > 0) return null;
  const { pack, ...rest } = raw;
  return { ...toProvenance(id, pack), ...rest, periods };
}

const UNITS: Partial<Record<ClockUnit, Period['unit']>> = {
  CALENDAR_DAY: 'day',
  WORKING_DAY: 'working_day',
  IMMEDIATE: 'at_once',
};

/** One period for each level that the clock runs differently for. */
function readPeriods(
  { clock, levels, committed }: Raw['periods'][number],
  index: number,
  clocks: readonly ClockDefinition[],
  source: Source,
): Period[] {
  const definition = clocks.find((one) => one.id === clock);
  const lengths = levels.map((level) => {
    const found =
      definition && (findLength(definition, level) ?? findLength(definition, undefined));
    return { level, found, unit: found && UNITS[found.unit] };
  });
  return lengths.flatMap(({ level, found, unit }) => {
    if (!definition || !found || !unit) {
      const message = `no clock "${clock}" of days for ${level}`;
      source.report(['periods', index, 'clock'], 'procedure.clock', message);
      return [];
    }
    const { title, excludes, cite, confidence } = definition;
    const { value } = found;
    return {
      id: clock,
      levels: [level],
      event: title,
      value,
      unit,
      committed,
      excludes: namesOf(excludes),
      cite,
      confidence,
    };
  });
}

function namesOf(excludes: ClockDefinition['excludes']): Period['excludes'] {
  if (excludes.length === 0) return null;
  return {
    zh: `${excludes.map(({ zh }) => zh).join('、')}的时间不计入`,
    en: `Not counted: ${excludes.map(({ en }) => en.toLowerCase()).join('; ')}`,
  };
}
