import type { Bilingual } from '@ludao/contracts';
import type { RecordedAct } from '@ludao/rules';
import type { Edition, Editions } from '../editions.ts';
import type { RawCertificate } from './template-schema.ts';

/** One kind of certificate in one edition: what it says, its series, whose record counts. */
export interface CertificateTemplate extends Edition {
  readonly name: Bilingual;
  /** With {district}, {year} and {serial}. */
  readonly pattern: string;
  /** Of what an official system records; null where none does. */
  readonly act: RecordedAct | null;
  readonly restsOn: RawCertificate['rests_on'];
  readonly title: string;
  readonly fields: RawCertificate['fields'];
  /** Paragraphs with blanks {{…}} for the fields and for what the program itself knows. */
  readonly body: readonly string[];
  /** Small, at the foot; '' for none. */
  readonly note: string;
}

export type CertificateTemplates = Editions<CertificateTemplate>;

/** Known to the program for every certificate; no template asks for them. */
export const GIVEN = ['holder', 'number', 'issued_on'] as const;
