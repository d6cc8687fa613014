import type { OrganisationKind, Role } from '@ludao/contracts';

/** An organisation, a person, a post and an account, as they are first written. */
export interface NewOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly creditCode: string | null;
  readonly districtCode: string;
  readonly territory: readonly string[];
  readonly isPublic: boolean;
}

export interface NewPost {
  readonly id: string;
  readonly organisation: string;
  readonly districtCode: string;
  readonly role: Role;
  readonly title: string;
  readonly postPark: string | null;
  readonly createdOn: string;
  readonly holder: {
    readonly personId: string;
    readonly name: string;
    readonly phone: string | null;
    readonly signInName: string;
    readonly passwordHash: string;
  };
}

/** One organisation lets another act for it, from one instant to another. */
export interface NewDelegation {
  readonly owner: string;
  readonly districtCode: string;
  readonly to: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}
