import { compose, remediesOf, type DocumentPaper } from '@ludao/contracts';
import { sha256, writeCanonical } from '../../platform/event-log/index.ts';
import type { StoredDocument } from './model.ts';
import type { Template } from './template.ts';

/** Design: in front of an official system a paper says so. */
export const FRONT_NOTE = '预填/内部编号，非法定备案回执';

/** What the office adds to a paper. */
export interface OfficeLine {
  readonly issuer: string;
  readonly reviewAuthority: string;
  readonly court: string;
  readonly contact: string;
}

/** An earlier document that this one is about. */
export interface First {
  readonly number: string;
  readonly title: string;
  readonly signedOn: string;
}

/** What the fields of a paper say besides those that a person filled in. */
export function givenBy(first: First | null): Readonly<Record<string, string>> {
  if (!first) return {};
  return { first_number: first.number, first_title: first.title, first_day: first.signedOn };
}

/** SHA-256, in hexadecimal, over what a reviewer reads and a signatory signs. */
export function digestOf(
  document: Pick<StoredDocument, 'kind' | 'edition' | 'addressee' | 'title' | 'fields'>,
): string {
  const { kind, edition, addressee, title, fields } = document;
  return sha256.digest(writeCanonical({ kind, edition, addressee, title, fields: { ...fields } }));
}

export function paperOf(
  document: StoredDocument,
  template: Template,
  office: OfficeLine | null,
): DocumentPaper {
  return {
    issuer: document.issuer ?? office?.issuer ?? '',
    title: document.title,
    number: document.number,
    addressee: document.addressee,
    body: [...compose(template, document.fields)],
    remedies: [...(document.remedies ?? (office ? remediesOf(template, office) : []))],
    restsOn: template.restsOn.map(
      ({ title, article, edition }) => `《${title}》（${edition}）${article}`,
    ),
    day: document.signedOn,
    contact: document.contact ?? office?.contact ?? '',
    notes: document.recordMode === 'FRONT' && !document.officialNumber ? [FRONT_NOTE] : [],
  };
}
