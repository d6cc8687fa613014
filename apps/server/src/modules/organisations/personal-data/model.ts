import type { ContactKind, OrganisationKind, RevealReason } from '@ludao/contracts';

/** How many whole names and numbers one person may look at within so many minutes. */
export interface RevealLimit {
  readonly most: number;
  readonly minutes: number;
}

/** What was looked at, and why; the security log keeps it as JSON. */
export interface Look {
  readonly as: 'contact' | 'person' | 'case_comment';
  readonly id: string;
  readonly reason: RevealReason;
  readonly words: string;
}

/** An entry of a contact that names the person. */
export interface ContactOfPerson {
  readonly id: string;
  readonly of: string;
  readonly kind: ContactKind;
  readonly name: string;
  readonly jobTitle: string;
  readonly phone: string | null;
  readonly since: string;
  readonly endedOn: string | null;
}

export interface AskedExpired {
  readonly today: string;
  /** Of the term, from the end on. */
  readonly months: number;
  /** One entry only, to be looked at again before it is blanked. */
  readonly id: string | null;
  readonly most: number;
}

/** What is kept beyond its term. */
export interface Expired {
  readonly id: string;
  readonly name: string;
  /** Null of a contact: of which firm, is no business of the platform's officers. */
  readonly organisationKind: OrganisationKind | null;
  readonly districtCode: string;
  readonly endedOn: string;
  readonly dueOn: string;
}

/** A person as stored, whole. */
export interface StoredPerson {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly organisation: string;
  readonly name: string;
  readonly phone: string | null;
}

/** What decides whether somebody may be erased. */
export interface Ties {
  /** Titles of posts that nobody else holds. */
  readonly postsHeldAlone: readonly string[];
  /** Enterprises and parks of which the person is a contact today. */
  readonly contactOf: readonly string[];
}
