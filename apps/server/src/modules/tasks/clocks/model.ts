import type { ClockColour, ClockState } from '@ludao/contracts';
import type { ClockTerms } from '@ludao/rules';

/** A stretch that does not count: its first moment does not, the one it ends with counts again. */
export interface Suspension {
  readonly from: string;
  /** Null while it lasts. */
  readonly to: string | null;
}

/** What a clock has been through, as far as its days go. */
export interface Run {
  readonly terms: Pick<ClockTerms, 'unit' | 'value' | 'direction' | 'rolls' | 'warn'>;
  /**
   * The day of the event, 'YYYY-MM-DD'; of a clock in hours the instant, ISO 8601. For one that
   * counts back, the day that ends something.
   */
  readonly startedOn: string;
  readonly suspensions: readonly Suspension[];
}

/** When a clock has to be met, from when it warns, and what that rests on. */
export interface Due {
  /** Its last day; null while it is suspended. */
  readonly dueOn: string | null;
  /** The last instant, of a clock in hours. */
  readonly dueAt: string | null;
  /** First days on which it is amber and red; null where it does not warn. */
  readonly amberOn: string | null;
  readonly redOn: string | null;
  readonly provisional: boolean;
  /** Years without a published calendar that it reaches into. */
  readonly years: readonly number[];
}

/** What is left to the last day, in the clock's unit; of months and years in calendar days. */
export interface Standing {
  readonly colour: ClockColour;
  /** Negative once it is over; null where nothing is counted any more. */
  readonly left: number | null;
}

export interface Owner {
  /** Whose matter it is: an enterprise, a park's operator, or the office itself. */
  readonly ownerOrg: string | null;
  readonly districtCode: string;
  readonly parkId: string | null;
}

/** What a clock or a work item is about: the kind is a stream's first word, such as 'case'. */
export interface AboutSubject {
  readonly kind: string;
  readonly id: string;
}

export interface RunningClock extends Owner, Due {
  readonly id: string;
  readonly terms: ClockTerms;
  readonly subject: AboutSubject;
  /** The office that answers for it or watches it. */
  readonly officeOrg: string;
  readonly startedAt: Date;
  readonly startedOn: string;
  readonly state: ClockState;
  readonly settledAt: Date | null;
  readonly settledOn: string | null;
  /** Whether what was asked was done in time; null until it is settled. */
  readonly inTime: boolean | null;
  readonly suspensions: readonly StoredSuspension[];
}

export interface StoredSuspension extends Suspension {
  readonly reason: string;
  readonly words: string;
}
