import type { RuleSet } from '../pack.ts';
import { findParameter } from '../reliefs/parameters.ts';
import { inForce } from '../reliefs/registers.ts';
import { clockKey, findLength } from './lengths.ts';
import type { ClockDefinition, ClockTerms } from './model.ts';

interface At {
  readonly ruleSet: RuleSet;
  readonly on: string;
  readonly jurisdiction: string;
}

/** The clocks in force on a day at a place, by id, each with the pack that it is from. */
export function clocksOf({ ruleSet, on, jurisdiction }: At): {
  readonly edition: string;
  readonly definition: ClockDefinition;
}[] {
  return ruleSet.clocks
    .filter((pack) => inForce(pack, on, jurisdiction))
    .flatMap(({ id, clocks }) => clocks.map((definition) => ({ edition: id, definition })))
    .sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1));
}

/**
 * What a clock started on a day at a place runs by: the text's value, that which an office has set
 * by a parameter, or the case's own where the text leaves a range.
 * @param asked.length which of its lengths; may be left out where there is only one
 * @param asked.value the case's own; only where the text leaves a range
 * @throws RangeError for a clock or length that is not in force there, and a value out of range
 */
export function clockTerms(
  at: At,
  asked: {
    readonly clock: string;
    readonly length?: string | undefined;
    readonly value?: number | undefined;
  },
): ClockTerms {
  const found = clocksOf(at).find(({ definition }) => definition.id === asked.clock);
  if (!found) throw new RangeError(`no clock ${asked.clock} is in force on ${at.on}`);
  const { definition, edition } = found;
  const length = findLength(definition, asked.length);
  if (!length) throw new RangeError(`clock ${asked.clock} has no length ${asked.length ?? ''}`);
  const set = findParameter(at, clockKey(definition.id, length.code));
  const { range } = length;
  if (asked.value !== undefined) {
    const fits = range && asked.value >= range.min && asked.value <= range.max;
    if (!fits) throw new RangeError(`clock ${asked.clock} may not be ${asked.value}`);
  }
  const { title, start, direction, excludes, missed, cite, confidence, tension } = definition;
  return {
    clock: definition.id,
    length: length.code,
    edition,
    title,
    lengthTitle: length.title,
    start,
    direction,
    unit: length.unit,
    value: asked.value ?? set?.entry.value ?? length.value,
    owedBy: length.owedBy,
    rolls: length.rolls,
    warn: length.warn,
    excludes,
    missed,
    cite: set && asked.value === undefined ? set.entry.basis : cite,
    confidence: set && asked.value === undefined ? set.list.confidence : confidence,
    tension,
    setBy: set && asked.value === undefined ? { list: set.list.id, basis: set.entry.basis } : null,
  };
}
