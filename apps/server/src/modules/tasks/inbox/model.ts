import type { Bilingual, Role } from '@ludao/contracts';
import type { AboutSubject, Owner } from '../clocks/model.ts';

/** A kind of work that waits at posts. Contributed by the capability whose work it is. */
export interface WorkKind extends Bilingual {
  /** Of all kinds, for example 'rulebook.approve'. */
  readonly code: string;
}

/** Something to be done at a post. */
export interface NewWorkItem {
  readonly kind: WorkKind;
  readonly subject: AboutSubject;
  /** Names things, never people: at most 200 characters. */
  readonly title: string;
  /** The organisation whose post it is for, and where the matter lies. */
  readonly org: string;
  readonly place: Pick<Owner, 'districtCode' | 'parkId'>;
  readonly role: Role;
  /** One post alone; without it, every post of the role at that organisation. */
  readonly post?: string;
  /** Whose own work it is: not for them, and not for whoever stands in for them. */
  readonly notPersons?: readonly string[];
  /** The clock that says until when. */
  readonly clock?: string;
  /** Until when, where no clock says it. */
  readonly dueOn?: string;
  /** The page to go to, an address of the desk such as '/rulebook/…'. */
  readonly to: string;
}

export interface StoredItem {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkId: string | null;
  readonly role: Role;
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly title: string;
  readonly address: string;
  readonly clockId: string | null;
  readonly dueOn: string | null;
  readonly state: 'OPEN' | 'DONE' | 'WITHDRAWN';
  readonly openedAt: Date;
  readonly settledAt: Date | null;
}

/** A queue that a post sees: the items of a role at an organisation. */
export interface Seat {
  readonly post: string;
  readonly role: Role;
  readonly org: string;
  /** Of a post that is for one park: only what lies there. */
  readonly parks: readonly string[] | null;
}
