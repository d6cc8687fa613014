import { randomUUID } from 'node:crypto';
import {
  can,
  type EnterpriseDetail,
  type EnterpriseForm,
  type EnterpriseQuery,
  type Timeline,
} from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { append, readStream, type JsonObject } from '../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../platform/refusal.ts';
import { narrowScope, widenScope } from '../../platform/scope.ts';
import { actorOf, scopeOf, type Session } from '../../platform/session.ts';
import { contactsForSheet } from '../contacts/index.ts';
import { enterOrganisations } from '../organisations/index.ts';
import { decideForm, differenceOf } from './decide.ts';
import { enterEnterprises } from './entry-store.ts';
import * as store from './store.ts';

export { countByCounty, listEnterprises } from './store.ts';

/** Who asks, and when. */
export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
}

export type IsIndustry = (code: string) => boolean;

/** The list with the contact to call first, masked: what an export holds. Three statements. */
export async function listWithContacts(tx: Tx, query: EnterpriseQuery) {
  const list = await store.listEnterprises(tx, query);
  const ids = list.rows.map(({ id }) => id);
  return { ...list, contacts: await contactsForSheet(tx, ids) };
}

const streamOf = (id: string) => `enterprise/${id}`;

export async function findEnterprise(
  tx: Tx,
  id: string,
  session: Session,
): Promise<EnterpriseDetail | undefined> {
  const found = await store.findEnterprise(tx, id);
  if (!found) return undefined;
  return { ...found, may: { update: can(session, 'update', 'enterprise', ownershipOf(found)) } };
}

/** Enters an enterprise with its organisation and tenancy, and says so in the log. */
export async function registerEnterprise(
  tx: Tx,
  form: EnterpriseForm,
  asking: Asking,
  isIndustry: IsIndustry,
): Promise<{ readonly id: string } | Refusal> {
  const { session, now, causeId } = asking;
  const judged = await judge(tx, form, isIndustry);
  if ('refused' in judged) return judged;
  const { districtCode, parkId } = judged;
  const ownership = { ownerOrg: null, districtCode, parkId };
  if (!can(session, 'create', 'enterprise', ownership)) {
    return refuse('DISTRICT_OUT_OF_REACH', { value: districtCode }, 403);
  }
  if (await store.isCreditCodeTaken(tx, judged.creditCode)) {
    return refuse('CREDIT_CODE_TAKEN', { value: judged.creditCode });
  }
  const id = randomUUID();
  await widenScope(tx, scopeOf(session), id);
  const { name, creditCode } = judged;
  await enterOrganisations(
    tx,
    [{ id, kind: 'ENTERPRISE', name, creditCode, districtCode, territory: [], isPublic: false }],
    now,
  );
  await enterEnterprises(tx, [{ id, ...judged }]);
  const acts = actorOf(session, 'create', 'enterprise', ownership);
  await append(tx, { ...acts, actingFor: null, now, causeId }, [
    {
      stream: streamOf(id),
      type: 'enterprise.registered',
      typeVersion: 1,
      body: judged,
      ownerOrg: id,
      districtCode,
      expectedSeq: 0,
    },
  ]);
  return { id };
}

/** Changes what is registered, unless somebody else did since `version` was read. */
export async function changeEnterprise(
  tx: Tx,
  id: string,
  { version, ...form }: EnterpriseForm & { readonly version: number },
  asking: Asking,
  isIndustry: IsIndustry,
): Promise<EnterpriseDetail | Refusal> {
  const { session, now, today, causeId } = asking;
  const before = await store.findEnterprise(tx, id, { lock: true });
  if (!before) return notFound();
  if (!can(session, 'update', 'enterprise', ownershipOf(before))) {
    return refuse('FORBIDDEN', {}, 403);
  }
  if (before.version !== version) {
    return changedMeanwhile(tx, id, session, { seen: version, version: before.version });
  }
  const judged = await judge(tx, form, isIndustry);
  if ('refused' in judged) return judged;
  const { districtCode, parkId, creditCode } = judged;
  if (!can(session, 'update', 'enterprise', { ownerOrg: id, districtCode, parkId })) {
    return refuse('DISTRICT_OUT_OF_REACH', { value: districtCode }, 403);
  }
  if (creditCode !== before.creditCode && (await store.isCreditCodeTaken(tx, creditCode))) {
    return refuse('CREDIT_CODE_TAKEN', { value: creditCode });
  }
  const changes = differenceOf(formOf(before), judged);
  if (Object.keys(changes).length > 0) {
    await widenScope(tx, scopeOf(session), id);
    await store.updateEnterprise(tx, id, judged);
    await store.moveTenancy(tx, id, judged, today);
    const acts = actorOf(session, 'update', 'enterprise', ownershipOf(before));
    await append(tx, { ...acts, actingFor: actingFor(session, id), now, causeId }, [
      {
        stream: streamOf(id),
        type: 'enterprise.changed',
        typeVersion: 1,
        body: { changes } as unknown as JsonObject,
        ownerOrg: id,
        districtCode,
      },
    ]);
  }
  return (await findEnterprise(tx, id, session)) ?? notFound();
}

/** What happened to the enterprise, newest first; undefined where it is not in scope. */
export async function readTimelineOf(
  tx: Tx,
  id: string,
  session: Session,
): Promise<Timeline | undefined> {
  if (!(await store.findEnterprise(tx, id))) return undefined;
  // Whoever may read the enterprise may read what happened to it, also through a park.
  await widenScope(tx, scopeOf(session), id);
  const events = await readStream(tx, streamOf(id));
  // Not so who its people are: whom the reader may not see is named by the office.
  await narrowScope(tx, scopeOf(session));
  const names = await store.nameActors(tx, events);
  const entries = events.map(
    ({ stream, seq, type, occurredAt, recordedAt, actor, office, body }) => ({
      id: `${stream}@${seq}`,
      type,
      occurredAt: occurredAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
      actor: names.get(actor) ?? names.get(office ?? '') ?? actor,
      body: body as Timeline['entries'][number]['body'],
    }),
  );
  return { entries: entries.reverse() };
}

async function judge(
  tx: Tx,
  form: EnterpriseForm,
  isIndustry: IsIndustry,
): Promise<EnterpriseForm | Refusal> {
  const park = form.parkId ? await store.findParkOf(tx, form.parkId, form.unitId) : undefined;
  const unitInPark = form.unitId === null || (park?.hasUnit ?? false);
  const judged = decideForm(form, { isIndustry, park, unitInPark });
  if (judged.ok) return judged.form;
  const [{ code, params }] = judged.faults;
  return refuse(code, params, 422);
}

/** Who was first and when, and every field that was changed since the asker looked. */
async function changedMeanwhile(
  tx: Tx,
  id: string,
  session: Session,
  { seen, version }: { readonly seen: number; readonly version: number },
): Promise<Refusal> {
  await widenScope(tx, scopeOf(session), id);
  const events = await readStream(tx, streamOf(id), { after: Math.min(seen, version) });
  await narrowScope(tx, scopeOf(session));
  const changes = events.filter(({ type }) => type === 'enterprise.changed');
  const missed = changes.slice(-Math.max(1, version - seen));
  const last = missed.at(-1);
  const names = last ? await store.nameActors(tx, [last]) : new Map<string, string>();
  const fields = new Set(missed.flatMap(({ body }) => Object.keys(body['changes'] as object)));
  const by = last && (names.get(last.actor) ?? names.get(last.office ?? ''));
  const at = last?.recordedAt.toISOString() ?? '';
  return refuse('CHANGED_MEANWHILE', { by: by ?? '', at, fields: [...fields].join(','), version });
}

/** A steward acts for the enterprise that delegated to the agency. */
function actingFor({ posts, orgs }: Session, id: string): string | null {
  return orgs.includes(id) && posts.every(({ organisation }) => organisation.id !== id) ? id : null;
}

function ownershipOf({ id, districtCode, park }: store.StoredEnterprise) {
  return { ownerOrg: id, districtCode, parkId: park?.id ?? null };
}

function formOf(found: store.StoredEnterprise): EnterpriseForm {
  const { name, creditCode, industries, districtCode, address } = found;
  const { park, unitId, movedIn, wastewater, hazardousWaste } = found;
  return {
    name,
    creditCode,
    industries,
    districtCode,
    address,
    parkId: park?.id ?? null,
    unitId,
    movedIn,
    wastewater,
    hazardousWaste,
  };
}
