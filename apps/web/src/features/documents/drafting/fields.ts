import type { DocumentKind } from '@ludao/contracts';

export type Fields = Readonly<Record<string, string>>;

/** Only what a person fills in; what the program gives is not sent back. */
export function ownFields({ fields }: Pick<DocumentKind, 'fields'>, given: Fields): Fields {
  return Object.fromEntries(fields.map(({ key }) => [key, given[key] ?? '']));
}

/** What the person changed in `base`, moved onto what somebody else made of it meanwhile. */
export function rebase(base: Fields, mine: Fields, theirs: Fields): Fields {
  const own = Object.entries(mine).filter(([key, value]) => value !== (base[key] ?? ''));
  return { ...theirs, ...Object.fromEntries(own) };
}

/** Keys whose values are not the same. */
export function differing(one: Fields, other: Fields): readonly string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => (one[key] ?? '') !== (other[key] ?? ''));
}
