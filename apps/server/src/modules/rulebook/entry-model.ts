import type { EntryForm, EntryState } from '@ludao/contracts';

/** An entry as it is stored. */
export interface StoredEntry {
  readonly id: string;
  readonly ownerOrg: string;
  readonly topic: EntryForm['topic'];
  readonly key: string;
  readonly version: number;
  readonly district: string;
  readonly body: EntryForm['body'];
  readonly layer: string;
  readonly confidence: string;
  readonly sourceTitle: string;
  readonly sourceNo: string;
  readonly state: EntryState;
  readonly enteredBy: string;
  readonly enteredPost: string;
  readonly enteredAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly countsUntil: string | null;
}

/** What every entry of the county counts as: an office's own document, seen by its own officers. */
export const ENTERED_LAYER = 'MUNICIPAL_NORMATIVE';
export const ENTERED_CONFIDENCE = 'verified';
