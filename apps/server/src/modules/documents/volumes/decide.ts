import type { DocumentEffect, DocumentState, VolumeLack } from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import { isWaitingOutside } from '../decide.ts';
import type { StoredDocument } from '../model.ts';

/** A document of a volume, with what its template says of it. */
export interface KeptDocument extends Pick<StoredDocument, 'recordMode' | 'officialNumber'> {
  readonly id: string;
  readonly state: DocumentState;
  readonly effect: DocumentEffect | null;
  readonly template: { readonly served: boolean; readonly retentionYears: number | null };
}

/** What a document lacks before its volume can be closed; null where nothing does. */
export function lackOf(document: KeptDocument): VolumeLack | null {
  const { state, effect, template } = document;
  if (effect === 'VOID') return null;
  const outside = isWaitingOutside(document) ? 'NOT_RECORDED' : null;
  switch (state) {
    case 'DRAFT':
    case 'SUBMITTED':
    case 'REVIEWED':
      return 'NOT_SIGNED';
    case 'NUMBERED':
      return 'NOT_SEALED';
    case 'SEALED':
      return template.served ? 'NOT_SERVED' : outside;
    case 'SERVED':
      return outside;
    case 'ARCHIVED':
    case 'DISCARDED':
      return null;
  }
}

/** Whether closing sets the document to ARCHIVED. A number that was void before its seal stays so. */
export function isArchived({ state }: Pick<KeptDocument, 'state'>): boolean {
  return state === 'SERVED' || state === 'SEALED';
}

/** Whether the document has a paper that is kept. */
export function isKept({ state }: Pick<KeptDocument, 'state'>): boolean {
  return state !== 'DISCARDED';
}

/** The longest that a template of the volume asks for, in years; null is for ever. */
export function leastRetention(documents: readonly KeptDocument[]): number | null {
  const years = documents.filter(isKept).map(({ template }) => template.retentionYears);
  return years.includes(null) ? null : Math.max(0, ...years.map((count) => count ?? 0)) || null;
}

/**
 * For how long a volume is kept once it is closed.
 * @returns years, null for ever; or what keeps it open: no paper, documents on their way, a shorter term
 */
export function decideClosing(
  documents: readonly KeptDocument[],
  wanted: number | 'PERMANENT' | undefined,
): { readonly years: number | null } | Refusal {
  if (!documents.some(isKept)) return refuse('VOLUME_EMPTY');
  const lacking = documents.filter((document) => lackOf(document) !== null);
  if (lacking.length > 0) {
    return refuse('VOLUME_NOT_READY', {
      value: lacking.length,
      documents: lacking.map(({ id }) => id).join(','),
      lacks: lacking.map((document) => lackOf(document)).join(','),
    });
  }
  const least = leastRetention(documents);
  const years = wanted === undefined ? least : wanted === 'PERMANENT' ? null : wanted;
  if (years !== null && (least === null || years < least)) {
    const limit = least ?? 'PERMANENT';
    return refuse('RETENTION_TOO_SHORT', { field: 'retention', value: years, limit }, 422);
  }
  return { years };
}
