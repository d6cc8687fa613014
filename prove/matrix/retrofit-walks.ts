import { RETROFIT_COLUMNS } from '@ludao/contracts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import type { Actor } from './actors.ts';
import { placesOf, showsCases, stepsOnCases } from './case-walks.ts';
import { enterCase } from './cases.ts';
import { write } from './changes.ts';
import { mayDo, type Hall } from './hall.ts';
import { cellsOf } from './sheet-walks.ts';
import { NOW, type Ground } from './world.ts';

type Ids = readonly { readonly id: string }[];

/** Of every enterprise one that was drawn, and one whose result its applicant reads. */
export async function enterRetrofits(tx: Tx, { rows }: Ground): Promise<void> {
  for (const { id, districtCode, parkId } of Object.values(rows)) {
    const place = { ownerOrg: id, districtCode, parkId };
    for (const result of [null, 'AS_DECLARED']) {
      const made = await enterCase(tx, {
        enterprise: id,
        place,
        track: 'ZERO_LAND',
        state: 'EXEMPT',
      });
      await tx.query(
        `insert into retrofit_check (case_id, owner_org, district_code, drawn_on, drawn_by, result,
           checked_on, checked_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          made,
          result && id,
          districtCode,
          NOW,
          '00000000-0000-4000-8000-000000000000',
          result,
          result && NOW,
          result && '00000000-0000-4000-8000-000000000000',
        ],
      );
    }
  }
}

async function registered(hall: Hall) {
  const ids = await hall.database.transaction((tx) =>
    tx.query<{ id: string }>(
      `select id from eia_case
       where state = 'EXEMPT' or track = 'ZERO_LAND' and state in ('PREPARED', 'VOID')`,
    ),
  );
  const known = new Set(ids.map(({ id }) => id));
  return (await hall.ownedRows('eia_case')).filter(({ id }) => known.has(id));
}

async function listsRetrofits(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listRetrofits', { query: 'size=200' });
  if (!answer) return;
  const rows = (await registered(hall)).filter((row) => mayDo(actor, 'read', 'eia_case', row));
  const shown = (answer.json['rows'] as Ids).map(({ id }) => id);
  const where = `listRetrofits by ${actor.name}`;
  const most = rows.map(({ id }) => id);
  if (rows.length <= 200) hall.tally.compareSets(where, most, shown);
  hall.tally.expect(`${where}: total`, answer.json['total'] === rows.length);
}

/** The name of every case of the walk is its id. */
async function exportsRetrofits(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'exportRetrofits');
  if (!answer) return;
  const rows = (await registered(hall)).filter((row) => mayDo(actor, 'export', 'eia_case', row));
  const shown = await cellsOf(answer.bytes, RETROFIT_COLUMNS.name.zh);
  const ids = rows.map(({ id }) => id);
  hall.tally.compareSets(`exportRetrofits by ${actor.name}`, ids, shown);
}

/** Drawn by whoever checks in the county, and by nobody else. */
async function drawsRetrofits(hall: Hall, actor: Actor): Promise<void> {
  for (const { id, note, place } of await placesOf(hall)) {
    const made = await hall.database.transaction((tx) =>
      enterCase(tx, { enterprise: id, place, track: 'ZERO_LAND', state: 'EXEMPT' }),
    );
    const isDone = await write(hall, actor, {
      route: 'checkRetrofit',
      id: made,
      body: { step: 'draw' },
      note,
      allowed: mayDo(actor, 'update', 'retrofit_check', place),
      added: { retrofit_check: 1, work_item: 1, event: 2 },
      refusals: mayDo(actor, 'read', 'eia_case', place) ? [403, 404] : [404],
    });
    if (!isDone) return;
  }
}

/** Whoever fills in the case gets past the right; a case without a shared facility has no agreement. */
async function recordsAgreements(hall: Hall, actor: Actor): Promise<void> {
  for (const { id, note, place } of await placesOf(hall)) {
    const made = await hall.database.transaction((tx) =>
      enterCase(tx, { enterprise: id, place, track: 'REGISTRATION', state: 'DRAFT' }),
    );
    const body = { version: 1, number: '矩阵协议1号' };
    const answer = await hall.ask(actor, 'recordFacilityAgreement', { id: made, body }, note);
    if (!answer) return;
    const mayUpdate = mayDo(actor, 'update', 'eia_case', place);
    const expected = mayUpdate ? 409 : mayDo(actor, 'read', 'eia_case', place) ? 403 : 404;
    const where = `recordFacilityAgreement by ${actor.name}${note}: ${answer.status}`;
    // What is public of another is seen by the database, and answered like what is not there.
    hall.tally.expect(where, answer.status === expected);
  }
}

export const RETROFIT_WALKS = {
  getSharedFacility: showsCases('getSharedFacility'),
  recordFacilityAgreement: recordsAgreements,
  getRetrofit: showsCases('getRetrofit', ['DRAFT', 'EXEMPT'], 'ZERO_LAND'),
  takeRetrofitStep: stepsOnCases('takeRetrofitStep', {
    step: 'change',
    track: 'ZERO_LAND',
    from: 'DRAFT',
    body: () => ({ step: 'save', form: {} }),
    added: { event: 1 },
  }),
  voidRetrofit: stepsOnCases('voidRetrofit', {
    step: 'voidFiling',
    track: 'ZERO_LAND',
    from: 'PREPARED',
    body: () => ({ reason: '矩阵认定' }),
    added: { event: 1 },
  }),
  checkRetrofit: drawsRetrofits,
  listRetrofits: listsRetrofits,
  exportRetrofits: exportsRetrofits,
} as const;
