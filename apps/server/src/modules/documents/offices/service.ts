import {
  can,
  type IssuingOffice,
  type IssuingOfficeForm,
  type IssuingOffices,
  type NumberVoid,
  type SeriesForm,
} from '@ludao/contracts';
import type { z } from 'zod';
import type { NumberRow } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf, type Session } from '../../../platform/session.ts';
import { officeStreamOf } from '../model.ts';
import * as numbers from '../numbers/store.ts';
import type { Templates } from '../template.ts';
import { findOffices, writeOffice, type StoredOffice } from './store.ts';

export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
}

const ownedBy = ({ id, districtCode }: StoredOffice) => ({
  ownerOrg: id,
  districtCode,
  parkId: null,
});
const asOwner = ({ id, districtCode }: StoredOffice) => ({ ownerOrg: id, districtCode });

/** The offices of the asker's own posts that may read them, and the series that templates ask for. */
export async function listOffices(
  tx: Tx,
  { session, today }: Pick<Asking, 'session' | 'today'>,
  templates: Templates,
): Promise<IssuingOffices> {
  const homes = [...new Set(session.posts.map(({ home }) => home))];
  const found = (await findOffices(tx, homes)).filter((office) =>
    can(session, 'read', 'issuing_office', ownedBy(office)),
  );
  const kinds = templates.listOn(today);
  const codes = [...new Set(kinds.map(({ series }) => series))].sort();
  return {
    offices: await viewsOf(tx, found, session),
    codes: codes.map((code) => ({
      code,
      kinds: kinds.filter(({ series }) => series === code).map(({ name }) => ({ ...name })),
    })),
  };
}

export async function changeOffice(
  tx: Tx,
  id: string,
  form: IssuingOfficeForm,
  asking: Asking,
): Promise<IssuingOffice | Refusal> {
  const office = await findMine(tx, id, asking.session);
  if (isRefusal(office)) return office;
  for (const [field, value] of Object.entries(form)) {
    if (/[<>{}]/.test(String(value))) return refuse('TEXT_HAS_MARKUP', { field }, 422);
  }
  if (!(await writeOffice(tx, office, form))) {
    return refuse('CHANGED_MEANWHILE', {
      by: '',
      at: '',
      fields: 'issuer',
      version: office.version,
    });
  }
  // The contact may name a person: it stands in the table.
  const { version: _, contact: __, ...told } = form;
  await tell(tx, office, 'issuing_office.changed', told, asking);
  return one(tx, id, asking.session);
}

/** Sets the pattern of a series, and how far a year had come elsewhere before this platform. */
export async function setSeries(
  tx: Tx,
  id: string,
  { code, pattern, year, last }: SeriesForm,
  asking: Asking,
): Promise<IssuingOffice | Refusal> {
  const office = await findMine(tx, id, asking.session);
  if (isRefusal(office)) return office;
  await numbers.setSeries(tx, asOwner(office), { code, pattern });
  const before = await numbers.lockYear(tx, asOwner(office), code, year);
  const given = await numbers.firstGiven(tx, id, code, year);
  if (last !== before && given !== null) {
    return refuse('SERIES_IN_USE', { field: 'last', value: last, limit: before });
  }
  await numbers.setLast(tx, id, code, year, last);
  await tell(tx, office, 'issuing_office.series_set', { code, pattern, year, last }, asking);
  return one(tx, id, asking.session);
}

/** Takes the next number and keeps it as void: a sheet that was spoiled, a number given elsewhere. */
export async function voidNext(
  tx: Tx,
  id: string,
  { code, year, reason }: NumberVoid,
  asking: Asking,
): Promise<z.infer<typeof NumberRow> | Refusal> {
  const office = await findMine(tx, id, asking.session);
  if (isRefusal(office)) return office;
  const series = await numbers.findSeries(tx, id, code);
  if (!series) return refuse('SERIES_NOT_SET', { value: code });
  const taken = await numbers.takeNumber(tx, asOwner(office), series, year);
  await numbers.insertNumber(tx, asOwner(office), code, taken, { reason });
  const { number, serial } = taken;
  await tell(tx, office, 'issuing_office.number_voided', { code, year, serial, number }, asking);
  return { number, year, serial, document: null, state: 'VOID', reason };
}

async function findMine(tx: Tx, id: string, session: Session): Promise<StoredOffice | Refusal> {
  const [office] = await findOffices(tx, [id]);
  if (!office) return notFound();
  if (!can(session, 'update', 'issuing_office', ownedBy(office)))
    return refuse('NOT_YOUR_OFFICE', {}, 403);
  return office;
}

async function one(tx: Tx, id: string, session: Session): Promise<IssuingOffice | Refusal> {
  const [view] = await viewsOf(tx, await findOffices(tx, [id]), session);
  return view ?? notFound();
}

async function viewsOf(
  tx: Tx,
  offices: readonly StoredOffice[],
  session: Session,
): Promise<IssuingOffice[]> {
  const series = await numbers.listSeries(
    tx,
    offices.map(({ id }) => id),
  );
  return offices.map(({ districtCode, ...office }) => {
    const own = series.filter(({ ownerOrg }) => ownerOrg === office.id);
    const codes = [...new Map(own.map((row) => [row.code, row.pattern]))];
    return {
      ...office,
      series: codes.map(([code, pattern]) => ({
        code,
        pattern,
        years: own.flatMap(({ code: of, year, last, voided }) =>
          of === code && year !== null && last !== null ? [{ year, last, voided }] : [],
        ),
      })),
      may: {
        update: can(session, 'update', 'issuing_office', ownedBy({ ...office, districtCode })),
      },
    };
  });
}

async function tell(
  tx: Tx,
  office: StoredOffice,
  type: string,
  body: JsonObject,
  { session, now, causeId }: Asking,
): Promise<void> {
  const acting = actorOf(session, 'update', 'issuing_office', ownedBy(office));
  await append(tx, { ...acting, actingFor: null, now, causeId }, [
    {
      stream: officeStreamOf(office.id),
      type,
      typeVersion: 1,
      body,
      ownerOrg: office.id,
      districtCode: office.districtCode,
    },
  ]);
}
