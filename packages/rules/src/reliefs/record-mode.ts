/** Acts that a national or provincial system records, whatever an office writes beside it. */
export const RECORDED_ACTS = [
  'filing',
  'eia_approval',
  'permit',
  'manifest',
  'quota_trade',
  'acceptance',
  'enforcement',
] as const;
export type RecordedAct = (typeof RECORDED_ACTS)[number];

/** Whose record counts for a kind of act: this platform's, or that of the official system. */
export interface RecordMode {
  readonly id: string;
  readonly act: RecordedAct;
  readonly jurisdiction: string;
  readonly mode: 'record' | 'front';
  /** The official system. */
  readonly system: string;
  /** Its address; '' where it is not known. */
  readonly address: string;
  readonly from: string;
  readonly to: string | null;
  readonly basis: string;
}
