import type { Level } from '../level.ts';
import type { Confidence, Layer, NextStep } from '../layer.ts';
import type { Office, Outcome, Provenance, Reason } from '../reliefs/model.ts';
import type { Text } from '../vocabulary.ts';

/** The steps in which the class of a project and its procedure are found, in their order. */
export const STEP_CODES = [
  'listed',
  'exclusion_list',
  'permit_registration',
  'highest_item',
  'main_works',
  'industrial_building',
  'added_scale',
  'plating',
  'relief',
  'zoning',
  'office',
] as const;
export type StepCode = (typeof STEP_CODES)[number];

export interface StepText {
  readonly code: StepCode;
  readonly title: Text;
  readonly cite: string;
  readonly layer: Layer;
  readonly confidence: Confidence;
}

/** One period of the procedure: what starts it, how long, in which days, and what stops it. */
export interface Period {
  readonly id: string;
  readonly levels: readonly Level[];
  readonly event: Text;
  readonly value: number;
  readonly unit: 'day' | 'working_day' | 'at_once';
  /** A promise of the province beside the statutory period. */
  readonly committed: boolean;
  readonly excludes: Text | null;
  readonly cite: string;
  readonly confidence: Confidence;
}

export interface ProcedurePack extends Provenance {
  readonly steps: readonly StepText[];
  readonly periods: readonly Period[];
  readonly documents: Readonly<Partial<Record<Level, readonly NextStep[]>>>;
}

/**
 * `shapes`: it made this answer what it is. `no_effect`: it was looked at and changes nothing.
 * `open`: facts are missing. `not_entered`: the list it needs is not entered, so it exempts
 * nothing. `not_checked`: nobody can tell from what is entered.
 */
export type StepState = 'shapes' | 'no_effect' | 'open' | 'not_entered' | 'not_checked';

export interface Step extends StepText {
  readonly state: StepState;
  readonly detail: Reason | null;
}

export interface Procedure {
  readonly steps: readonly Step[];
  /** Who decides or takes the filing; empty where no list says so. */
  readonly offices: readonly Office[];
  readonly periods: readonly Period[];
  readonly documents: readonly NextStep[];
  /**
   * Whether a registration form is due. `waived`: the discharger is under permit registration.
   * `conditional`: it would be, but the permit category of the whole site is not known.
   */
  readonly filing: 'due' | 'waived' | 'conditional' | 'none';
  readonly outcome: Outcome | null;
}
