import type { ContactForm, ContactKind } from '@ludao/contracts';

/** Whose contacts: an enterprise's or a park's. */
export interface Subject {
  readonly kind: 'enterprise' | 'park';
  readonly id: string;
}

/** Where the subject lies: what decides who may read and change. */
export interface Place {
  readonly ownerOrg: string | null;
  readonly districtCode: string;
  readonly parkId: string | null;
}

/** A contact that followed its entry to another one: as it was when it did. */
export interface TakenContact {
  readonly id: string;
  readonly version: number;
  /** An earlier entry that it had come from already. */
  readonly cameFrom: string | null;
}

/** A contact with its whole name and number: never leaves the server but through a reveal. */
export interface StoredContact extends Place {
  readonly id: string;
  readonly subject: Subject;
  readonly kind: ContactKind;
  readonly name: string;
  readonly phone: string | null;
  readonly jobTitle: string;
  readonly since: string;
  readonly endedOn: string | null;
  /** The merged entry it came with, with the name as far as the reader may see it. */
  readonly cameWith: { readonly id: string; readonly name: string | null } | null;
  readonly version: number;
}

/** A contact as it is first entered; `place` is that of its subject. */
export interface NewContact extends Omit<ContactForm, 'phone'> {
  readonly id: string;
  readonly subject: Subject;
  readonly place: Place;
  readonly phone: string | null;
  readonly enteredOn: string;
}
