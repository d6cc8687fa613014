import type { DocumentEffect, DocumentState } from '@ludao/contracts';

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
