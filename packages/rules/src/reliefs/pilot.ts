/** Where and when a measure of the draft is tried; it is widened only after an evaluation. */
export interface Pilot {
  readonly id: string;
  readonly measure: number;
  readonly jurisdiction: string;
  readonly documentNo: string;
  readonly title: string;
  readonly from: string;
  readonly to: string | null;
  /** Of the pilot so far: what a further county rests on; null for the first one. */
  readonly evaluation: {
    readonly documentNo: string;
    readonly on: string;
    readonly conclusion: string;
  } | null;
}
