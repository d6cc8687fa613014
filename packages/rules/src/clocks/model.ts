import type { Confidence, Layer } from '../layer.ts';
import type { Provenance } from '../reliefs/model.ts';
import type { Text } from '../vocabulary.ts';

/** What a period is counted in. IMMEDIATE: on the spot, the same day. */
export const CLOCK_UNITS = [
  'CALENDAR_DAY',
  'WORKING_DAY',
  'HOUR',
  'MONTH',
  'YEAR',
  'IMMEDIATE',
] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

/**
 * `AFTER`: to be done by the end of the period. `AT_LEAST`: it has to run to its end, nothing is
 * done before. `BEFORE`: counted back from a day that ends something.
 */
export const CLOCK_DIRECTIONS = ['AFTER', 'AT_LEAST', 'BEFORE'] as const;
export type ClockDirection = (typeof CLOCK_DIRECTIONS)[number];

export const CLOCK_DEBTORS = ['AUTHORITY', 'PARTY'] as const;
export type ClockDebtor = (typeof CLOCK_DEBTORS)[number];

export interface Coded extends Text {
  readonly code: string;
}

/** Time that does not count, with the text that says so; its code is the reason of a suspension. */
export interface ClockExclusion extends Coded {
  readonly cite: string;
  readonly confidence: Confidence;
}

/** One length of a clock: the only one, or that of a kind of case. */
export interface ClockLength {
  /** Null where the clock has only one. */
  readonly code: string | null;
  readonly title: Text | null;
  readonly unit: ClockUnit;
  readonly value: number;
  /** Where each case says its own value, the least and the most it may say; else null. */
  readonly range: { readonly min: number; readonly max: number } | null;
  readonly owedBy: ClockDebtor;
  /** A last day without work passes to the next working day 民法典第二百零三条. */
  readonly rolls: boolean;
  /** So much left, or less, is amber and red: in the unit; of months and years in calendar days. */
  readonly warn: { readonly amber: number; readonly red: number };
}

/** A period that somebody has to keep, as a text sets it. */
export interface ClockDefinition {
  /** C01 … */
  readonly id: string;
  readonly title: Text;
  /** The event that starts it. Its own day is not counted. */
  readonly start: Coded;
  readonly direction: ClockDirection;
  readonly lengths: readonly ClockLength[];
  readonly excludes: readonly ClockExclusion[];
  /** What follows when it is not kept. */
  readonly missed: Coded;
  readonly cite: string;
  readonly layer: Layer;
  readonly confidence: Confidence;
  /** Where two texts pull apart: shown, never resolved silently. */
  readonly tension: Text | null;
  /** How the text is read here, and where that departs from others. */
  readonly note: string | null;
}

export interface ClockPack extends Provenance {
  readonly clocks: readonly ClockDefinition[];
}

/** What one running clock was started with, for good: JSON, kept beside it. */
export interface ClockTerms {
  readonly clock: string;
  readonly length: string | null;
  /** The pack that the definition is from. */
  readonly edition: string;
  readonly title: Text;
  readonly lengthTitle: Text | null;
  readonly start: Coded;
  readonly direction: ClockDirection;
  readonly unit: ClockUnit;
  readonly value: number;
  readonly owedBy: ClockDebtor;
  readonly rolls: boolean;
  readonly warn: { readonly amber: number; readonly red: number };
  readonly excludes: readonly ClockExclusion[];
  readonly missed: Coded;
  readonly cite: string;
  readonly confidence: Confidence;
  readonly tension: Text | null;
  /** The office's entry that set the value, with its basis; null where the text's own holds. */
  readonly setBy: { readonly list: string; readonly basis: string } | null;
}
