import type { DocumentEffect, DocumentState, PublicMark } from '@ludao/contracts';
import type { PublicPaper } from './blacken.ts';

export interface StoredPublic {
  readonly documentId: string;
  readonly isPublic: boolean;
  readonly state: 'PROPOSED' | 'CHECKED';
  readonly marks: readonly PublicMark[];
  readonly statement: string;
  readonly paper: PublicPaper;
  readonly digest: string;
  readonly effect: DocumentEffect | null;
  readonly draftedBy: string;
  readonly draftedPost: string;
  readonly draftedAt: Date;
  readonly checkedAt: Date | null;
  readonly version: number;
}

/** Whether a checked public version of the document is out: it was served or archived, and is not void. */
export function isOut({
  state,
  effect,
}: {
  readonly state: DocumentState;
  readonly effect: DocumentEffect | null;
}): boolean {
  return (state === 'SERVED' || state === 'ARCHIVED') && effect !== 'VOID';
}
