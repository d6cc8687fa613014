import { compose, type CertificateView } from '@ludao/contracts';
import { sha256, writeCanonical } from '../../../platform/event-log/index.ts';
import { FRONT_NOTE } from '../compose.ts';
import { isWaitingOutside } from './decide.ts';
import type { StoredCertificate } from './model.ts';
import type { CertificateTemplate } from './template.ts';

/** SHA-256, in hexadecimal, over what a certificate says and whose record counts for it. */
export function digestOf(
  certificate: Pick<
    StoredCertificate,
    | 'kind'
    | 'edition'
    | 'number'
    | 'holder'
    | 'aboutKind'
    | 'aboutId'
    | 'issuedOn'
    | 'fields'
    | 'recordMode'
    | 'officialSystem'
  >,
): string {
  const { kind, edition, number, holder, aboutKind, aboutId, issuedOn, fields } = certificate;
  const { recordMode, officialSystem } = certificate;
  return sha256.digest(
    writeCanonical({
      kind,
      edition,
      number,
      holder,
      aboutKind,
      aboutId,
      issuedOn,
      recordMode,
      officialSystem,
      fields: { ...fields },
    }),
  );
}

/** What the paper says as it stands now; a field with nothing in it has no row. */
export function paperOf(
  certificate: StoredCertificate,
  template: CertificateTemplate,
): CertificateView['paper'] {
  const { holder, number, issuedOn, fields } = certificate;
  const said = { ...fields, holder, number, issued_on: issuedOn };
  const known = [
    ...template.fields,
    { key: 'holder', kind: 'line' as const },
    { key: 'number', kind: 'line' as const },
    { key: 'issued_on', kind: 'date' as const },
  ];
  const paper = {
    title: template.title,
    fields: known.map(({ key, kind }) => ({ key, kind, required: false })),
    body: template.body.map((text) => ({ text, when: null })),
    remedies: [],
  };
  return {
    title: template.title,
    rows: template.fields
      .map(({ key, name, kind }) => ({ name: { ...name }, kind, text: fields[key] ?? '' }))
      .filter(({ text }) => text !== ''),
    body: [...compose(paper, said)],
    note: template.note,
    warnings: isWaitingOutside(certificate) ? [FRONT_NOTE] : [],
    restsOn: [...template.restsOn],
  };
}
