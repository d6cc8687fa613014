import type { Actor } from './actors.ts';
import { PAPER_TITLE } from './documents.ts';
import { mayDo, type Hall } from './hall.ts';

type Ids = readonly { readonly id: string }[];

async function verifiesPapers(hall: Hall, actor: Actor): Promise<void> {
  const papers = await hall.database.transaction((tx) =>
    tx.query<{ code: string }>(
      `(select verification as code from document where state = 'SERVED' and title = $1 limit 1)
       union all (select verification from certificate limit 1)`,
      [PAPER_TITLE],
    ),
  );
  for (const { code } of papers) {
    const answer = await hall.ask(actor, 'verifyDocument', { id: code });
    const told = Object.keys(answer?.json ?? {}).sort();
    const all = ['day', 'number', 'outside', 'status'];
    hall.tally.compareSets(`verifyDocument by ${actor.name}`, all, told);
  }
  const unknown = await hall.ask(actor, 'verifyDocument', { id: '0'.repeat(26) }, ' of nothing');
  hall.tally.expect('verifyDocument of nothing', unknown?.status === 404);
}

/** Served papers with the organisation they were served on. */
function servedPapers(hall: Hall) {
  return hall.database.transaction((tx) =>
    tx.query<{ id: string; addressee: string }>(
      `select id, addressee_org as addressee from document
       where served_on is not null and addressee_org is not null`,
    ),
  );
}

function mayReceive(actor: Actor, ownerOrg: string): boolean {
  const served = { ownerOrg, districtCode: null, parkId: null };
  return mayDo(actor, 'read', 'served_document', served);
}

async function listsReceived(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listReceivedDocuments', { query: 'size=200' });
  if (!answer) return;
  const allowed = (await servedPapers(hall)).filter(({ addressee }) =>
    mayReceive(actor, addressee),
  );
  const shown = answer.json['rows'] as Ids;
  hall.tally.compareSets(`listReceivedDocuments by ${actor.name}`, idsOf(allowed), idsOf(shown));
}

/** The addressee gets the stamped paper; for others it is not there. */
async function showsReceived(hall: Hall, actor: Actor): Promise<void> {
  for (const { id, addressee } of await servedPapers(hall)) {
    const note = ` served on ${addressee}`;
    const answer = await hall.ask(actor, 'getReceivedDocument', { id }, note);
    if (!answer) return;
    hall.tally.compare(
      `getReceivedDocument by ${actor.name}${note}: ${answer.status}`,
      mayReceive(actor, addressee),
      answer.status === 200,
    );
  }
}

const idsOf = (rows: Ids) => rows.map(({ id }) => id);

export const RECEIVED_WALKS = {
  verifyDocument: verifiesPapers,
  listReceivedDocuments: listsReceived,
  getReceivedDocument: showsReceived,
};
