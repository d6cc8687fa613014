import {
  relationsTo,
  type CertificateOfficialNumber,
  type CertificateView,
} from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { notFound, refuse, type Refusal } from '../../../../platform/refusal.ts';
import { actorOf, scopeOf } from '../../../../platform/session.ts';
import { refuseLate } from '../../../organisations/index.ts';
import { outsideFault } from '../decide.ts';
import { streamOf, type Matter, type StoredCertificate } from '../model.ts';
import { tell, type Acting } from '../service.ts';
import * as store from '../store.ts';
import { viewOf, type Viewing } from '../view/service.ts';

/** Tells the module whose matter it is, in the same transaction, what the official system gave. */
export type OutsideListener = (
  tx: Tx,
  recorded: {
    readonly certificate: string;
    readonly about: Matter;
    readonly number: string;
    readonly on: string;
    readonly isCorrection: boolean;
  },
  acting: Acting,
) => Promise<void>;

/** Closes a filing with the number that the official system gave, entered for the first time. */
export async function recordCertificateOutside(
  tx: Tx,
  id: string,
  { officialNumber, officialOn }: { readonly officialNumber: string; readonly officialOn: string },
  acting: Acting,
): Promise<Refusal | undefined> {
  const found = await store.findCertificate(tx, id, { lock: true });
  if (!found) return notFound();
  const given = { number: officialNumber, on: officialOn, reason: null };
  const fault = outsideFault(found, given, { mayCorrect: false, today: acting.today });
  if (fault) return fault;
  await enter(tx, found, given, acting);
  return undefined;
}

/** Who enters it, when, and by which law the certificate is shown afterwards. */
export interface Asking extends Viewing {
  readonly now: Date;
  readonly causeId: string;
}

/** The same as recordCertificateOutside, by a person, who may also have the right to correct. */
export async function enterOfficialNumber(
  tx: Tx,
  id: string,
  { version: seen, ...given }: CertificateOfficialNumber,
  asking: Asking,
  listeners: Readonly<Record<string, OutsideListener>>,
): Promise<CertificateView | Refusal> {
  const { session, now, today, causeId } = asking;
  const found = await store.findCertificate(tx, id, { lock: true });
  if (!found || relationsTo(session, 'read', 'certificate', found).length === 0) return notFound();
  const relations = relationsTo(session, 'update', 'certificate', found);
  if (relations.length === 0) return refuse('FORBIDDEN', {}, 403);
  const { version, ownerOrg, districtCode } = found;
  if (version !== seen) {
    const opened = { orgs: [ownerOrg], districts: [districtCode] };
    return refuseLate(tx, streamOf(id), { seen, version }, scopeOf(session), opened);
  }
  const mayCorrect = relations.includes('territory');
  const fault = outsideFault(found, given, { mayCorrect, today });
  if (fault) return fault;
  const by = actorOf(session, 'update', 'certificate', found);
  const acting = { ...by, actingFor: null, now, causeId, today };
  const after = await enter(tx, found, given, acting);
  const about = { kind: found.aboutKind, id: found.aboutId };
  const { number, on } = given;
  const isCorrection = found.officialNumber !== null;
  const told = { certificate: id, about, number, on, isCorrection };
  await listeners[about.kind]?.(tx, told, acting);
  return viewOf(after, asking);
}

async function enter(
  tx: Tx,
  before: StoredCertificate,
  { number, on, reason }: Omit<CertificateOfficialNumber, 'version'>,
  acting: Acting,
): Promise<StoredCertificate> {
  const official = { officialNumber: number, officialOn: on };
  const after = await store.updateCertificate(tx, before, official);
  await tell(tx, after, acting, 'certificate.recorded_outside', {
    number,
    on,
    ...(before.officialNumber !== null && { instead: before.officialNumber, reason }),
  });
  return after;
}
