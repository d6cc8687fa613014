import { randomUUID } from 'node:crypto';
import { COMPLETION_BAR_NAMES, COMPLETION_COLUMNS, type Owned } from '@ludao/contracts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import type { Actor } from './actors.ts';
import { placesOf } from './case-walks.ts';
import { APPLICANT } from './cases.ts';
import { write } from './changes.ts';
import { mayDo, type Hall, type RouteName } from './hall.ts';
import { reaches } from './reaches.ts';
import { cellsOf } from './sheet-walks.ts';
import { NOW, type Ground } from './world.ts';

type Ids = readonly { readonly id: string }[];

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const DAY = '2026-11-20';
const TABLE = 'completion_acceptance';
const NO_BARS = Object.fromEntries(
  COMPLETION_BAR_NAMES.map((name) => [name, { applies: false, words: '' }]),
);
/** Papers that are not on file any more. */
const NO_PAPERS = { monitoring: NOBODYS, opinion: NOBODYS, matters: NOBODYS };

/** An acceptance that names nobody's enterprise: its project is called by its id. */
async function enterCompletion(
  tx: Tx,
  enterprise: string,
  { ownerOrg, districtCode, parkId }: Owned,
  state: 'COMPLETED' | 'PUBLISHED',
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into completion_acceptance (id, owner_org, district_code, park_id, enterprise_id, is_public,
       state, project, proponent, document, approval_number, approved_on, completed_on, details, search,
       opened_at, changed_at)
     values ($1::uuid, $2, $3, $4, $5, $6, $7, $1::text, $8, 'FORM', $1::text, '2025-01-01', $9, $10,
       $1::text, $11, $11)`,
    [
      id,
      ownerOrg,
      districtCode,
      parkId,
      enterprise,
      state === 'PUBLISHED',
      state,
      APPLICANT,
      DAY,
      JSON.stringify({
        completedWhere: '',
        ...(state === 'PUBLISHED' && {
          published: { on: DAY, until: DAY, where: '' },
          report: { on: DAY, papers: NO_PAPERS, bars: NO_BARS, conclusion: 'QUALIFIED' },
        }),
      }),
      NOW,
    ],
  );
  return id;
}

export async function enterCompletions(tx: Tx, { rows }: Ground): Promise<void> {
  for (const { id, districtCode, parkId } of Object.values(rows)) {
    const place = { ownerOrg: id, districtCode, parkId };
    await enterCompletion(tx, id, place, 'COMPLETED');
    await enterCompletion(tx, id, place, 'PUBLISHED');
  }
}

async function listsCompletions(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listCompletions', { query: 'size=200' });
  if (!answer) return;
  const rows = (await hall.ownedRows(TABLE)).filter((row) => mayDo(actor, 'read', TABLE, row));
  const where = `listCompletions by ${actor.name}`;
  const shown = (answer.json['rows'] as Ids).map(({ id }) => id);
  const all = rows.map(({ id }) => id);
  if (rows.length <= 200) hall.tally.compareSets(where, all, shown);
  hall.tally.expect(`${where}: total`, answer.json['total'] === rows.length);
}

async function exportsCompletions(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'exportCompletions');
  if (!answer) return;
  const rows = (await hall.ownedRows(TABLE)).filter((row) => mayDo(actor, 'export', TABLE, row));
  const shown = await cellsOf(answer.bytes, COMPLETION_COLUMNS.project.zh);
  const ids = rows.map(({ id }) => id);
  hall.tally.compareSets(`exportCompletions by ${actor.name}`, ids, shown);
}

/** For an approval of each enterprise; what was opened names nobody any more. */
async function opensEach(hall: Hall, actor: Actor): Promise<void> {
  for (const { id, note, place } of await placesOf(hall)) {
    const number = randomUUID();
    const approval = { project: '矩阵项目', document: 'FORM', number, approvedOn: '2025-01-01' };
    await hall.database.transaction((tx) =>
      tx.query('update enterprise set eia_approvals = $2 where id = $1', [
        id,
        JSON.stringify([{ ...approval, acceptedOn: null }]),
      ]),
    );
    const about = { kind: 'historical', enterpriseId: id, number };
    const answer = await write(hall, actor, {
      route: 'openCompletion',
      body: { about, completedOn: DAY },
      note,
      allowed: mayDo(actor, 'create', TABLE, place),
      added: { completion_acceptance: 1, clock: 1, work_item: 1, event: 3 },
      refusals: [404],
    });
    await hall.database.transaction((tx) =>
      tx.query(`update enterprise set eia_approvals = '[]' where id = $1`, [id]),
    );
    if (answer?.status !== 200) continue;
    await hall.database.transaction((tx) =>
      tx.query(
        'update completion_acceptance set proponent = $2, project = id::text where id = $1',
        [answer.json['id'], APPLICANT],
      ),
    );
  }
}

function shows(name: RouteName) {
  return async (hall: Hall, actor: Actor): Promise<void> => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS }, ' of nothing');
    if (!unknown) return;
    hall.tally.expect(`${name} of nothing`, unknown.status === 404);
    for (const { id, note, place } of await placesOf(hall)) {
      for (const state of ['COMPLETED', 'PUBLISHED'] as const) {
        const made = await hall.database.transaction((tx) => enterCompletion(tx, id, place, state));
        const where = `${note} in ${state}`;
        const answer = await hall.ask(actor, name, { id: made }, where);
        if (!answer) continue;
        const lead = `${name} by ${actor.name}${where}`;
        hall.tally.compare(lead, mayDo(actor, 'read', TABLE, place), answer.status === 200);
        if (answer.status === 200) continue;
        const isSame = JSON.stringify(answer.json) === JSON.stringify(unknown.json);
        hall.tally.expect(`${lead}: told apart from nothing`, isSame);
      }
    }
  };
}

async function abandonsEach(hall: Hall, actor: Actor): Promise<void> {
  for (const { id, note, place } of await placesOf(hall)) {
    const made = await hall.database.transaction((tx) =>
      enterCompletion(tx, id, place, 'COMPLETED'),
    );
    const isDone = await write(hall, actor, {
      route: 'takeCompletionStep',
      id: made,
      body: { step: 'abandon', version: 1, reason: '矩阵终止' },
      note,
      allowed: mayDo(actor, 'update', TABLE, place),
      added: { event: 1 },
      refusals: mayDo(actor, 'read', TABLE, place) ? [403, 404] : [404],
    });
    if (!isDone) return;
  }
}

/** Without papers on file there is none to be had, whoever asks. */
async function asksForPaper(hall: Hall, actor: Actor): Promise<void> {
  const given = { id: NOBODYS, query: 'paper=opinion' };
  const answer = await hall.ask(actor, 'getPublicCompletionPaper', given);
  if (answer) hall.tally.expect(`paper of nothing by ${actor.name}`, answer.status === 404);
}

export const COMPLETION_WALKS = {
  listCompletions: listsCompletions,
  exportCompletions: exportsCompletions,
  listAcceptableApprovals: reaches('listAcceptableApprovals', [200]),
  openCompletion: opensEach,
  getCompletion: shows('getCompletion'),
  getCompletionTimeline: shows('getCompletionTimeline'),
  takeCompletionStep: abandonsEach,
  listPublicCompletions: reaches('listPublicCompletions', [200]),
  getPublicCompletionPaper: asksForPaper,
} as const;
