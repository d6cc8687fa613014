import type { EnterpriseForm, EnterpriseRow, Profile } from '@ludao/contracts';

/** An enterprise as it is first entered; every field has been read and checked. */
export interface NewEnterprise extends Omit<EnterpriseForm, keyof Profile>, Partial<Profile> {
  /** Of the enterprise and of its organisation, which are one. */
  readonly id: string;
}

/** What was registered, in the words of the form. */
export type Registered = EnterpriseForm;

/** The facts of an enterprise that a change altered: field → [before, after]. */
export type Difference = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

/** A row of the list with its profile, for Excel. */
export type ProfiledRow = EnterpriseRow &
  Profile &
  Pick<EnterpriseForm, 'wastewater' | 'hazardousWaste'>;
