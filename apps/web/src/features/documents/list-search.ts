import { DocumentQuery, ROUTES, VolumeQuery } from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

export type DocumentSearch = Partial<Omit<DocumentQuery, 'size'>>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof DocumentSearch]?: DocumentSearch[K] | undefined };

export function readDocumentSearch(raw: Record<string, unknown>): DocumentSearch {
  return readSearch(DocumentQuery.omit({ size: true }), raw) as DocumentSearch;
}

export interface NewDocument {
  /** The kind that is drafted; without it the kinds are shown. */
  readonly kind?: string;
}

export function readNewDocument({ kind }: Record<string, unknown>): NewDocument {
  return typeof kind === 'string' && /^[a-z][a-z_]{1,39}$/.test(kind) ? { kind } : {};
}

export interface DocumentPageSearch {
  /** What has just been done. */
  readonly done?: 'drafted' | 'followed';
  /** The content is being changed. */
  readonly edit?: 'yes';
  /** The public version is open. */
  readonly shown?: 'public';
}

export function readDocumentPage({
  done,
  edit,
  shown,
}: Record<string, unknown>): DocumentPageSearch {
  return {
    ...((done === 'drafted' || done === 'followed') && { done }),
    ...(edit === 'yes' && { edit }),
    ...(shown === 'public' && { shown }),
  };
}

export interface ReceivedSearch {
  readonly q?: string;
  readonly page?: number;
}

export function readReceivedSearch(raw: Record<string, unknown>): ReceivedSearch {
  return readSearch(ROUTES.listReceivedDocuments.query.omit({ size: true }), raw) as ReceivedSearch;
}

export type VolumeSearch = Partial<Omit<VolumeQuery, 'size'>>;
export type VolumeConditions = { [K in keyof VolumeSearch]?: VolumeSearch[K] | undefined };

export function readVolumeSearch(raw: Record<string, unknown>): VolumeSearch {
  return readSearch(VolumeQuery.omit({ size: true }), raw) as VolumeSearch;
}
