import type {
  ChangeAmount,
  ChangeGroup,
  ChangeQuestion,
  ExceededFactor,
  Pollutant,
} from '@ludao/contracts';

/** Which pollutants a condition looks at. */
export type Emitted = 'class_one' | 'relevant' | 'new' | 'any';

/** What a trigger asks of a change. A `percent` is met when it is reached; without one, by any growth. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly yes: ChangeQuestion }
  | { readonly no: ChangeQuestion }
  | { readonly grows: ChangeAmount; readonly percent?: number | undefined }
  | { readonly shrinks: ChangeAmount; readonly percent: number }
  | { readonly emits: Emitted; readonly percent?: number | undefined };

export interface Trigger {
  readonly no: number;
  readonly group: ChangeGroup;
  readonly text: { readonly zh: string; readonly en: string };
  readonly when: Condition;
}

/** One edition of the list of triggers. */
export interface TriggerList {
  readonly edition: string;
  readonly source: string;
  readonly confidence: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  /** Emissions that bear on an exceeded factor; a factor that is not named bears on itself. */
  readonly relevant: Readonly<Partial<Record<ExceededFactor, readonly Pollutant[]>>>;
  readonly triggers: readonly Trigger[];
}
