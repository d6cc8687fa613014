import { APPLICATION_KIND_NAMES, PermitQuery, type ApplicationKind } from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

export type PermitSearch = Partial<Omit<PermitQuery, 'size'>>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof PermitSearch]?: PermitSearch[K] | undefined };

export function readPermitSearch(raw: Record<string, unknown>): PermitSearch {
  return readSearch(PermitQuery.omit({ size: true }), raw) as PermitSearch;
}

export interface PermitPageSearch {
  /** The day whose content is shown. */
  readonly on?: string;
  /** The application is being filled in. */
  readonly edit?: 'yes';
}

export function readPermitPage({ on, edit }: Record<string, unknown>): PermitPageSearch {
  return {
    ...(typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) && { on }),
    ...(edit === 'yes' && { edit }),
  };
}

export interface NewPermitSearch {
  /** Whose: an enterprise or a park. */
  readonly of?: 'enterprise' | 'park';
  readonly holder?: string;
  readonly kind?: ApplicationKind;
}

export function readNewPermit({ of, holder, kind }: Record<string, unknown>): NewPermitSearch {
  return {
    ...((of === 'enterprise' || of === 'park') && { of }),
    ...(typeof holder === 'string' && /^[0-9a-f-]{36}$/.test(holder) && { holder }),
    ...(APPLICATION_KIND_NAMES.includes(kind as ApplicationKind) && {
      kind: kind as ApplicationKind,
    }),
  };
}
