import { randomUUID } from 'node:crypto';
import type { CertificateReason, CertificateState, DocumentMode } from '@ludao/contracts';
import { recordModeOf, type RuleSet } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import { append, type EventContext, type JsonObject } from '../../../platform/event-log/index.ts';
import { notFound, type Refusal } from '../../../platform/refusal.ts';
import { newCode } from '../verification-code.ts';
import { digestOf } from './compose.ts';
import { endFault, fieldsFault, isWaitingOutside, writeNumber } from './decide.ts';
import { streamOf, type Matter, type NewCertificate, type StoredCertificate } from './model.ts';
import * as store from './store.ts';
import type { CertificateTemplate, CertificateTemplates } from './template.ts';

/** What certificates are made by: their templates, and the lists that say whose record counts. */
export interface CertificateLaw {
  readonly templates: CertificateTemplates;
  readonly ruleSet: () => RuleSet;
}

/** Who acts, and on which day in China. */
export type Acting = EventContext & { readonly today: string };

/**
 * Issues a certificate in the caller's transaction, which has established the right to the matter.
 * It is complete with its number; the next one of the county waits until the transaction ends, so
 * this is best done last.
 * @throws Error where no template of the kind counts today or the fields are not those it asks for
 */
export async function issueCertificate(
  tx: Tx,
  law: CertificateLaw,
  { kind, holderOrg, districtCode, parkId, about, name, fields }: NewCertificate,
  acting: Acting,
): Promise<{
  readonly id: string;
  readonly number: string;
  readonly verification: string;
  readonly mode: DocumentMode;
}> {
  const { today, now } = acting;
  const template = law.templates.on(kind, today);
  if (!template) throw new Error(`no template of the certificate ${kind} counts on ${today}`);
  const fault = fieldsFault(template, fields);
  if (fault) throw new Error(`certificate ${kind}: ${fault}`);
  const { recordMode, officialSystem } = recordOf(template, districtCode, law, today);
  const year = Number(today.slice(0, 4));
  const serial = await store.takeSerial(tx, districtCode, kind, year);
  const said = {
    id: randomUUID(),
    ownerOrg: holderOrg,
    districtCode,
    parkId,
    holder: name,
    kind,
    edition: template.edition,
    aboutKind: about.kind,
    aboutId: about.id,
    number: writeNumber(template.pattern, { district: districtCode, year, serial }),
    fields,
    verification: newCode(),
    issuedOn: today,
    issuedAt: now,
    recordMode,
    officialSystem,
    officialNumber: null,
    officialOn: null,
  };
  const digest = digestOf(said);
  await store.insertCertificate(tx, { ...said, digest });
  const { id, number, edition, verification } = said;
  await tell(tx, { ...said, version: 1 }, acting, 'certificate.issued', {
    kind,
    edition,
    number,
    digest,
    about: `${about.kind}/${about.id}`,
    mode: recordMode,
    issuedOn: today,
  });
  return { id, number, verification, mode: recordMode };
}

/** Ends a certificate: the paper that is out verifies as ended from this moment. */
export async function endCertificate(
  tx: Tx,
  id: string,
  {
    state,
    reasonCode,
  }: {
    readonly state: Exclude<CertificateState, 'VALID'>;
    readonly reasonCode: CertificateReason;
  },
  acting: Acting,
): Promise<Refusal | undefined> {
  const found = await store.findCertificate(tx, id, { lock: true });
  if (!found) return notFound();
  const fault = endFault(found, state);
  if (fault) return fault;
  const ended = { state, stateOn: acting.today, stateReason: reasonCode };
  const after = await store.updateCertificate(tx, found, ended);
  await tell(tx, after, acting, 'certificate.ended', {
    state,
    reason: reasonCode,
    on: acting.today,
  });
  return undefined;
}

/** Certificates about a matter as the asker may see them, the newest first. */
export async function findCertificatesAbout(
  tx: Tx,
  about: Matter,
): Promise<
  readonly (Pick<
    StoredCertificate,
    'id' | 'kind' | 'number' | 'issuedOn' | 'state' | 'officialNumber' | 'officialOn'
  > & { readonly mode: DocumentMode; readonly isWaitingOutside: boolean })[]
> {
  return (await store.findAbout(tx, about)).map((one) => {
    const { id, kind, number, issuedOn, state, officialNumber, officialOn, recordMode } = one;
    const standing = { id, kind, number, issuedOn, state, officialNumber, officialOn };
    return { ...standing, mode: recordMode, isWaitingOutside: isWaitingOutside(one) };
  });
}

/** Whose record counts for it, as the lists of the day say it; frozen with the number. */
function recordOf(
  { act }: CertificateTemplate,
  districtCode: string,
  { ruleSet }: CertificateLaw,
  today: string,
): Pick<StoredCertificate, 'recordMode' | 'officialSystem'> {
  if (act === null) return { recordMode: 'OWN', officialSystem: '' };
  const { mode, system } = recordModeOf(ruleSet(), act, today, districtCode);
  return { recordMode: mode === 'front' ? 'FRONT' : 'RECORD', officialSystem: system };
}

/** One event of a certificate, with the version that it made. */
export function tell(
  tx: Tx,
  {
    id,
    ownerOrg,
    districtCode,
    version,
  }: Pick<StoredCertificate, 'id' | 'ownerOrg' | 'districtCode' | 'version'>,
  acting: Acting,
  type: string,
  body: JsonObject,
): Promise<unknown> {
  return append(tx, acting, [
    {
      stream: streamOf(id),
      type,
      typeVersion: 1,
      body: { ...body, version },
      ownerOrg,
      districtCode,
    },
  ]);
}
