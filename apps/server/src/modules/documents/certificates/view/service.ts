import { relationsTo, type CertificateView, type Verification } from '@ludao/contracts';
import { recordModeOf } from '@ludao/rules';
import type { Tx } from '../../../../platform/db.ts';
import type { Session } from '../../../../platform/session.ts';
import { paperOf } from '../compose.ts';
import type { StoredCertificate } from '../model.ts';
import type { CertificateLaw } from '../service.ts';
import * as store from '../store.ts';

/** Who reads, on which day, by which law. */
export interface Viewing {
  readonly session: Session;
  readonly today: string;
  readonly law: CertificateLaw;
}

/** A certificate as its reader sees it; undefined where it is not for the reader. */
export async function findCertificate(
  tx: Tx,
  id: string,
  viewing: Viewing,
): Promise<CertificateView | undefined> {
  const found = await store.findCertificate(tx, id);
  return found && relationsTo(viewing.session, 'read', 'certificate', found).length > 0
    ? viewOf(found, viewing)
    : undefined;
}

/** What a visitor with the code of a certificate is told; undefined where none has the code. */
export async function verify(tx: Tx, code: string): Promise<Verification | undefined> {
  const found = await store.verify(tx, code);
  if (!found) return undefined;
  const { number, issuedOn, state, recordMode, officialSystem, officialNumber } = found;
  const outside =
    recordMode === 'FRONT' ? { system: officialSystem, number: officialNumber } : null;
  return { number, day: issuedOn, status: state, outside };
}

/** With what the reader may do next. */
export function viewOf(
  certificate: StoredCertificate,
  { session, today, law }: Viewing,
): CertificateView {
  const { kind, edition, recordMode, officialNumber, districtCode, state } = certificate;
  const template = law.templates.of(kind, edition);
  const relations = relationsTo(session, 'update', 'certificate', certificate);
  const isOpen = recordMode === 'FRONT' && state === 'VALID' && relations.length > 0;
  const { id, version, holder, number, issuedOn, digest, verification } = certificate;
  return {
    id,
    kind,
    kindName: { ...template.name },
    version,
    about: { kind: certificate.aboutKind, id: certificate.aboutId },
    holder,
    districtCode,
    number,
    issuedOn,
    state,
    stateOn: certificate.stateOn,
    stateReason: certificate.stateReason,
    digest,
    verification,
    record: {
      mode: recordMode,
      system: certificate.officialSystem,
      address:
        recordMode === 'FRONT' && template.act !== null
          ? recordModeOf(law.ruleSet(), template.act, today, districtCode).address
          : '',
      number: officialNumber,
      on: certificate.officialOn,
    },
    paper: paperOf(certificate, template),
    may: {
      enter: isOpen && officialNumber === null,
      correct: isOpen && officialNumber !== null && relations.includes('territory'),
    },
  };
}
