import type { OrganisationKind, Part, Role } from '@ludao/contracts';

/** A post as it stands in the database. */
export interface StoredPost {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly kind: OrganisationKind;
  readonly role: Role;
  readonly title: string;
  readonly createdOn: string;
  readonly endedOn: string | null;
  readonly version: number;
}

/** Who is in a part of a post, from a first to a last day; null where no end is set. */
export interface StoredHolding {
  readonly id: string;
  readonly postId: string;
  readonly personId: string;
  readonly part: Part;
  readonly from: string;
  readonly to: string | null;
}

/** A post of another role that the person holds or will hold. */
export interface OtherPost {
  readonly role: Role;
  readonly from: string;
  readonly to: string | null;
}

/** What becomes of the holdings of a post. */
export interface HoldingChanges {
  /** Holdings that get another last day. */
  readonly end: readonly { readonly holding: StoredHolding; readonly lastDay: string }[];
  readonly begin: readonly Omit<StoredHolding, 'id'>[];
}

/** The day before or after, `days` away. */
export function dayAfter(day: string, days = 1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whether two spans of days, with or without an end, have a day in common. */
export function overlap(
  a: { readonly from: string; readonly to: string | null },
  b: { readonly from: string; readonly to: string | null },
): boolean {
  const isEmpty = [a, b].some(({ from, to }) => to !== null && to < from);
  return !isEmpty && (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from);
}
