import {
  CERTIFICATE_LIMITS,
  type CertificateOfficialNumber,
  type CertificateState,
} from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import type { StoredCertificate } from './model.ts';
import type { CertificateTemplate } from './template.ts';

/** No digit of a number may be taken for one that fell off. */
const SERIAL_DIGITS = 5;

export function writeNumber(
  pattern: string,
  { district, year, serial }: { readonly district: string; readonly year: number; serial: number },
): string {
  return pattern
    .replace('{district}', district)
    .replace('{year}', String(year))
    .replace('{serial}', String(serial).padStart(SERIAL_DIGITS, '0'));
}

/** What is wrong with the fields that a module gives, in English: a fault of the program. */
export function fieldsFault(
  { fields: asked }: CertificateTemplate,
  given: Readonly<Record<string, string>>,
): string | undefined {
  const missing = asked.filter(({ key }) => given[key] === undefined).map(({ key }) => key);
  if (missing.length > 0) return `fields are missing: ${missing.join(', ')}`;
  const unknown = Object.keys(given).filter((key) => !asked.some((field) => field.key === key));
  if (unknown.length > 0) return `fields are unknown: ${unknown.join(', ')}`;
  const long = asked.find(({ key, kind }) => given[key]!.length > limitOf(kind));
  if (long) return `${long.key} is longer than ${limitOf(long.kind)} characters`;
  return undefined;
}

const limitOf = (kind: 'line' | 'text' | 'date') =>
  kind === 'text' ? CERTIFICATE_LIMITS.text : CERTIFICATE_LIMITS.line;

type Standing = Pick<StoredCertificate, 'state' | 'recordMode' | 'officialNumber'>;

/** What keeps a certificate from ending that way: it ends once. */
export function endFault(
  { state }: Pick<StoredCertificate, 'state'>,
  to: Exclude<CertificateState, 'VALID'>,
): Refusal | undefined {
  return state === 'VALID' ? undefined : refuse('CERTIFICATE_NOT_VALID', { state, limit: to });
}

/** Whether it is no legal receipt: the official system still has to give its number. */
export function isWaitingOutside({ recordMode, officialNumber }: Standing): boolean {
  return recordMode === 'FRONT' && officialNumber === null;
}

/**
 * What keeps the number of the official system from being entered. Whoever holds the certificate
 * enters it once; an office may put another in its place and says why.
 */
export function outsideFault(
  certificate: Standing,
  { number, on, reason }: Omit<CertificateOfficialNumber, 'version'>,
  { mayCorrect, today }: { readonly mayCorrect: boolean; readonly today: string },
): Refusal | undefined {
  const { state, recordMode, officialNumber } = certificate;
  if (recordMode !== 'FRONT') return refuse('CERTIFICATE_NOT_OUTSIDE');
  if (state !== 'VALID') return refuse('CERTIFICATE_NOT_VALID', { state, limit: 'VALID' });
  if (officialNumber !== null && !mayCorrect) {
    return refuse('OFFICIAL_NUMBER_ENTERED', { value: officialNumber }, 403);
  }
  if (officialNumber !== null && reason === null) {
    return refuse('CORRECTION_NEEDS_REASON', { field: 'reason' }, 422);
  }
  if (on > today)
    return refuse('OFFICIAL_DAY_IN_FUTURE', { field: 'on', value: on, limit: today }, 422);
  if (/[<>{}]/.test(number)) return refuse('TEXT_HAS_MARKUP', { field: 'number' }, 422);
  return undefined;
}
