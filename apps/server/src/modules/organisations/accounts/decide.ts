import {
  checkCreditCode,
  DISTRICTS,
  THREE_OFFICERS,
  type OrganisationForm,
  type OrganisationKind,
  type Role,
} from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';

/** Offices that have counties to answer for. */
const WITH_TERRITORY: readonly OrganisationKind[] = [
  'MUNICIPAL_EEB',
  'COUNTY_EEB',
  'COUNTY_GOV',
  'ECON_INFO_DEPT',
];
/** Public bodies: their names are no secret, and they need no credit code. */
const PUBLIC_BODIES: readonly OrganisationKind[] = [...WITH_TERRITORY, 'TOWN', 'PLATFORM'];

type Content = Pick<
  OrganisationForm,
  'kind' | 'name' | 'creditCode' | 'districtCode' | 'territory'
>;

/** The organisation as it is kept, or why it is none. */
export function decideOrganisation(
  form: Content,
): (Content & { readonly isPublic: boolean }) | Refusal {
  const { kind, creditCode, districtCode, territory } = form;
  // An enterprise has industries, a site and a tenancy: it is entered where these are asked.
  if (kind === 'ENTERPRISE') return refuse('ENTERPRISE_ELSEWHERE', {}, 422);
  const unknown = [districtCode, ...territory].find((code) => !Object.hasOwn(DISTRICTS, code));
  if (unknown !== undefined) return refuse('DISTRICT_UNKNOWN', { value: unknown }, 422);
  const needs = WITH_TERRITORY.includes(kind);
  if (needs !== territory.length > 0) {
    return refuse(needs ? 'TERRITORY_MISSING' : 'TERRITORY_NOT_HERE', {}, 422);
  }
  const isPublic = PUBLIC_BODIES.includes(kind) || kind === 'PARK_OWNER';
  const kept = { ...form, territory: [...new Set(territory)].sort(), isPublic };
  if (creditCode === null || creditCode === '') {
    if (!PUBLIC_BODIES.includes(kind)) return refuse('CREDIT_CODE_MISSING', {}, 422);
    return { ...kept, creditCode: null };
  }
  const checked = checkCreditCode(creditCode);
  if (checked.ok) return { ...kept, creditCode: checked.code };
  const { ok: _, reason, ...place } = checked;
  return refuse(`CREDIT_CODE_${reason}`, { value: creditCode, ...place }, 422);
}

/** The account that is to be changed, as far as it matters who may. */
export interface JudgedAccount {
  readonly personId: string;
  /** Roles held today or to come. */
  readonly roles: readonly Role[];
}

export function isOfficer({ roles }: Pick<JudgedAccount, 'roles'>): boolean {
  return roles.some((role) => (THREE_OFFICERS as readonly Role[]).includes(role));
}

/**
 * The system officer resets no account of the three officers: with it he would be another of them.
 * That is done at the terminal (`ludao first-account --renew`).
 */
export function mayResetAccount(account: JudgedAccount, asker: string): boolean {
  return account.personId !== asker && !isOfficer(account);
}

/**
 * The security officer may disable whomever he likes but himself; the system officer none of the
 * three, who are there to watch him.
 */
export function mayLockAccount(
  account: JudgedAccount,
  asker: { readonly personId: string; readonly roles: readonly Role[] },
): boolean {
  if (account.personId === asker.personId) return false;
  return asker.roles.includes('SECURITY_OFFICER') || !isOfficer(account);
}
