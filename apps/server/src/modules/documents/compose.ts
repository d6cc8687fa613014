import type { DocumentPaper } from '@ludao/contracts';
import { sha256, writeCanonical } from '../../platform/event-log/index.ts';
import type { StoredDocument } from './model.ts';
import { placeholdersOf, type Template } from './templates.ts';

/** Design: in front of an official system a paper says so. */
const FRONT_NOTE = '预填/内部编号，非法定备案回执';

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

export function titleOf(template: Template, fields: Readonly<Record<string, string>>): string {
  return fill(template.title, template, fields).join('');
}

/** The paper as it is printed: paragraphs in order, an empty one left out. */
export function compose(
  template: Template,
  fields: Readonly<Record<string, string>>,
): readonly string[] {
  return template.body
    .filter(({ when }) => when === null || fields[when])
    .flatMap(({ text }) => fill(text, template, fields));
}

export function remediesOf(template: Template, office: OfficeLine): string[] {
  const said: Record<string, string> = {
    review_authority: office.reviewAuthority,
    court: office.court,
  };
  return template.remedies.map(({ text }) =>
    text.replace(/\{\{([a-z_]+)\}\}/g, (_, key: string) => said[key] ?? ''),
  );
}

/** Required fields that are empty, and dates that are none; the name of each. */
export function emptyFields(
  template: Template,
  fields: Readonly<Record<string, string>>,
): readonly string[] {
  return template.fields
    .filter(({ key, required }) => required && !fields[key]?.trim())
    .map(({ key }) => key);
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

/** A field of several lines is as many paragraphs; days read as they do on paper. */
function fill(
  text: string,
  template: Template,
  fields: Readonly<Record<string, string>>,
): string[] {
  const kinds = new Map(template.fields.map(({ key, kind }) => [key, kind]));
  const [only, ...more] = placeholdersOf(text);
  if (only && more.length === 0 && kinds.get(only) === 'text') {
    const [before, after] = text.split(`{{${only}}}`) as [string, string];
    const lines = (fields[only] ?? '').split('\n').map((line) => line.trim());
    const said = lines.filter((line) => line !== '');
    if (said.length === 0) return before + after === '' ? [] : [before + after];
    return said.map(
      (line, at) => (at === 0 ? before : '') + line + (at === said.length - 1 ? after : ''),
    );
  }
  const filled = text.replace(/\{\{([a-z_]+)\}\}/g, (_, key: string) => {
    const value = fields[key] ?? '';
    return kinds.get(key) === 'date' || key === 'first_day' ? dayZh(value) : value.trim();
  });
  return [filled];
}

export function dayZh(iso: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso;
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
