import { randomUUID } from 'node:crypto';
import type { Action, DocumentState, Owned, Role } from '@ludao/contracts';
import { openTemplates } from '../../apps/server/src/modules/documents/index.ts';
import { readWholeSheet } from '../../apps/server/src/platform/excel/index.ts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import {
  ADDRESSEE,
  enterDocument,
  enterVolume,
  PAPER_TITLE,
  paperHousesOf,
  type PaperHouse,
} from './documents.ts';
import type { Counts } from './counted.ts';
import { mayDo, type Hall, type RouteName } from './hall.ts';
import { OFFICE_WALKS } from './office-walks.ts';
import { reaches } from './reaches.ts';
import { SEAL_WALKS } from './seal-walks.ts';
import { RECEIVED_WALKS } from './received-walks.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;
type Place = Owned & { readonly id: string };

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const TODAY = '2026-11-25';
const templates = openTemplates();
export const notice = templates.on('notice', TODAY)!.roles;
const correction = templates.listOn(TODAY).find(({ effect }) => effect === 'CORRECT')!.roles;

export const ownedHouse = ({ office, districtCode }: PaperHouse): Owned => ({
  ownerOrg: office.id,
  districtCode,
  parkId: null,
});

/** All papers: the small walk changes them at home and next door, where the other two are the same. */
export function housesFor({ ground, small }: Hall): [string, PaperHouse][] {
  return Object.entries(paperHousesOf(ground)).slice(0, small ? 2 : 4);
}

/** Beside the right, a template says which posts of its office take part. */
function takesPart(actor: Actor, { office }: PaperHouse, roles: readonly Role[]): boolean {
  return actor.posts.some(({ home, role }) => home === office.id && roles.includes(role));
}

async function listsDocuments(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listDocuments', { query: 'size=200' });
  if (!answer) return;
  const allowed = (await hall.ownedRows('document')).filter((row) =>
    mayDo(actor, 'read', 'document', row),
  );
  const shown = answer.json['rows'] as readonly { readonly id: string }[];
  const where = `listDocuments by ${actor.name}`;
  hall.tally.compareSets(where, idsOf(allowed), idsOf(shown));
  hall.tally.expect(`${where}: total`, answer.json['total'] === allowed.length);
}

async function exportsDocuments(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'exportDocuments');
  if (!answer) return;
  const allowed = (await hall.ownedRows('document')).filter((row) =>
    mayDo(actor, 'export', 'document', row),
  );
  const numbers = await hall.database.transaction((tx) =>
    tx.query<{ number: string }>(
      'select number from document where id = any ($1::uuid[]) and number is not null',
      [idsOf(allowed)],
    ),
  );
  const sheet = await readWholeSheet(answer.bytes, { columns: [{ key: 'number', zh: '文号' }] });
  const shown = sheet.ok ? sheet.rows.map(({ values }) => values.number) : [];
  hall.tally.compareSets(
    `exportDocuments by ${actor.name}`,
    numbers.map(({ number }) => number),
    shown.filter((number) => number !== ''),
  );
}

/** A paper of each office in that state, out of those that stand in the world. */
async function oneOfEach(hall: Hall, state: DocumentState): Promise<Place[]> {
  return hall.database.transaction((tx) =>
    tx.query<Place>(
      `select distinct on (owner_org) id, owner_org as "ownerOrg", district_code as "districtCode",
         null as "parkId"
       from document where title = $1 and state = $2 order by owner_org, number, id`,
      [PAPER_TITLE, state],
    ),
  );
}

/** A paper by its id: out of sight it answers exactly like what does not exist. */
export function showsDocuments(name: RouteName): Walk {
  const isSlow = name.startsWith('print') || name === 'writeDocument';
  return async (hall, actor) => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS }, ' of nothing');
    if (!unknown) return;
    hall.tally.expect(`${name} of nothing: ${unknown.status}`, unknown.status === 404);
    let printed = 0;
    for (const row of await oneOfEach(hall, 'SERVED')) {
      const isAllowed = mayDo(actor, 'read', 'document', row);
      // Setting a page takes long: one is enough of those that may be read.
      if (isSlow && isAllowed && (printed += 1) > 1) continue;
      const note = ` of ${row.ownerOrg}`;
      const answer = await hall.ask(actor, name, { id: row.id }, note);
      if (!answer) continue;
      const where = `${name} by ${actor.name}${note}`;
      hall.tally.compare(where, isAllowed, answer.status === 200);
      if (answer.status === 200) continue;
      const told = JSON.stringify(answer.json);
      hall.tally.expect(`${where}: told apart from nothing`, told === JSON.stringify(unknown.json));
    }
  };
}

/** A draft for each office, about a park and about an enterprise of each county. */
async function draftsEach(hall: Hall, actor: Actor): Promise<void> {
  const { places, rows } = hall.ground;
  const subjects = [
    ...[places.ownPark, places.nextCounty, places.otherCity].map((park) => ({
      kind: 'park',
      park,
    })),
    ...[rows.own, rows.nextCounty].map((park) => ({ kind: 'enterprise', park })),
  ];
  for (const [name, house] of housesFor(hall)) {
    for (const { kind, park: subject } of subjects) {
      const answer = await write(hall, actor, {
        route: 'draftDocument',
        body: {
          kind: 'notice',
          office: house.office.id,
          subject: { kind, id: subject.id },
          volume: { title: '矩阵案卷' },
          fields: { matter: '矩阵' },
        },
        note: ` for ${name} on ${kind} ${subject.name}`,
        allowed:
          actor.state === 'alive' &&
          actor.posts.some(
            ({ home, role, districts }) =>
              home === house.office.id &&
              notice.draft.includes(role) &&
              districts.includes(subject.districtCode),
          ),
        added: { document: 1, document_volume: 1, document_act: 1, event: 1 },
        refusals: [403, 422],
      });
      if (!answer) return;
      if (answer.status === 200) await forgetAddressee(hall, String(answer.json['id']));
    }
  }
}

/** A draft of the walk names nobody's enterprise. */
export function forgetAddressee(hall: Hall, id: string): Promise<unknown> {
  return hall.database.transaction((tx) =>
    tx.query(
      `with named as (update document set addressee = $2 where id = $1 returning volume_id)
       update document_volume set subject_name = $2 where id in (select volume_id from named)`,
      [id, ADDRESSEE],
    ),
  );
}

/** A step on a paper of each office that stands where the step begins. */
export function stepsOn(
  route: RouteName,
  step: {
    readonly from: DocumentState;
    readonly right: Action;
    /** Roles that the template asks for; null where the right is enough. */
    readonly roles: readonly Role[] | null;
    readonly body: () => object;
    readonly added: Partial<Counts>;
    /** What the paper has besides. */
    readonly prepare?: (tx: Tx, hall: Hall, house: PaperHouse, id: string) => Promise<void>;
  },
): Walk {
  return async (hall, actor) => {
    for (const [name, house] of housesFor(hall)) {
      const id = await hall.database.transaction(async (tx) => {
        const volume = await enterVolume(tx, house);
        const made = await enterDocument(tx, hall.ground, house, step.from, { on: null, volume });
        await step.prepare?.(tx, hall, house, made);
        return made;
      });
      const owned = ownedHouse(house);
      const isDone = await write(hall, actor, {
        route,
        id,
        body: { version: 1, ...step.body() },
        note: ` of ${name}`,
        allowed:
          mayDo(actor, step.right, 'document', owned) &&
          (step.roles === null || takesPart(actor, house, step.roles)),
        added: step.added,
        refusals: mayDo(actor, 'read', 'document', owned) ? [403, 404] : [404],
      });
      if (!isDone) return;
    }
  };
}

/** Whoever may seal or serve learns that the scan is not there; nobody else learns that much. */
function findsNoScan(route: RouteName, from: DocumentState, body: object): Walk {
  return async (hall, actor) => {
    for (const [name, house] of housesFor(hall)) {
      const id = await hall.database.transaction(async (tx) => {
        const volume = await enterVolume(tx, house);
        return enterDocument(tx, hall.ground, house, from, { on: null, volume });
      });
      const note = ` of ${name}`;
      const answer = await hall.ask(actor, route, { id, body: { version: 1, ...body } }, note);
      if (!answer) return;
      hall.tally.compare(
        `${route} by ${actor.name}${note}: ${answer.status}`,
        mayDo(actor, 'issue', 'document', ownedHouse(house)),
        answer.json['code'] === 'FILE_UNKNOWN',
      );
    }
  };
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const [approve, step] = [() => ({ decision: 'approve' }), { document_act: 1, event: 1 }];
/** Handed to the next desk, where it waits. */
const passed = { document_act: 1, event: 2, work_item: 1 };
const drafts = { from: 'DRAFT', right: 'update', roles: notice.draft, added: step } as const;
const scan = { way: 'SCAN', fileId: NOBODYS, sealedOn: TODAY };
const handed = {
  outcome: 'SERVED',
  way: 'DIRECT',
  on: TODAY,
  receiver: '矩阵',
  receiptFileId: NOBODYS,
};

export const DOCUMENT_WALKS = {
  ...OFFICE_WALKS,
  listOpenVolumes: reaches(
    'listOpenVolumes',
    [200],
    undefined,
    `office=${NOBODYS}&subject=${NOBODYS}`,
  ),
  listDocuments: listsDocuments,
  exportDocuments: exportsDocuments,
  draftDocument: draftsEach,
  getDocument: showsDocuments('getDocument'),
  getDocumentTimeline: showsDocuments('getDocumentTimeline'),
  printDocument: showsDocuments('printDocument'),
  printServiceReceipt: showsDocuments('printServiceReceipt'),
  printHandOverSheet: showsDocuments('printHandOverSheet'),
  writeDocument: showsDocuments('writeDocument'),
  changeDocument: stepsOn('changeDocument', {
    ...drafts,
    body: () => ({ fields: { matter: '矩阵', content: randomUUID() } }),
  }),
  submitDocument: stepsOn('submitDocument', { ...drafts, body: () => ({}), added: passed }),
  takeBackDocument: stepsOn('takeBackDocument', {
    ...drafts,
    from: 'SUBMITTED',
    body: () => ({}),
  }),
  discardDocument: stepsOn('discardDocument', { ...drafts, body: () => ({ reason: '矩阵弃稿' }) }),
  reviewDocument: stepsOn('reviewDocument', {
    from: 'SUBMITTED',
    right: 'review',
    roles: notice.review,
    added: passed,
    body: approve,
  }),
  signDocument: stepsOn('signDocument', {
    from: 'REVIEWED',
    right: 'sign',
    roles: notice.sign,
    body: approve,
    added: { document_act: 1, document_number: 1, event: 3, work_item: 1 },
  }),
  sealDocument: findsNoScan('sealDocument', 'NUMBERED', scan),
  ...SEAL_WALKS,
  serveDocument: findsNoScan('serveDocument', 'SEALED', handed),
  followUpDocument: stepsOn('followUpDocument', {
    from: 'SERVED',
    right: 'create',
    roles: correction.draft,
    body: () => ({ effect: 'CORRECT' }),
    added: { document: 1, document_act: 1, event: 1 },
  }),
  recordDocumentOutside: stepsOn('recordDocumentOutside', {
    from: 'SERVED',
    right: 'issue',
    roles: null,
    added: step,
    body: () => ({ number: `矩阵${randomUUID()}`, on: TODAY }),
  }),
  ...RECEIVED_WALKS,
} satisfies Partial<Record<RouteName, Walk>>;
