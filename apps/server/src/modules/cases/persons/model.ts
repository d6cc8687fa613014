export type CasePersonRole = 'LEGAL_REPRESENTATIVE' | 'CONTACT' | 'LEAD_PREPARER';

export interface CasePerson {
  readonly role: CasePersonRole;
  readonly name: string;
  readonly phone: string | null;
}
