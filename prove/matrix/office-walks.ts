import type { Owned } from '@ludao/contracts';
import { openTemplates } from '../../apps/server/src/modules/documents/index.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { paperHousesOf, type PaperHouse } from './documents.ts';
import type { Counts } from './counted.ts';
import { mayDo, type Hall, type RouteName } from './hall.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;
type Ids = readonly { readonly id: string }[];

const templates = openTemplates();
const idsOf = (rows: Ids) => rows.map(({ id }) => id);

/** The kinds are everybody's who reads papers; the offices only those that the posts may draft for. */
async function offersOffices(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listDocumentKinds');
  if (!answer) return;
  const drafting = templates.listOn('2026-11-25').flatMap(({ roles }) => roles.draft);
  const homes = actor.posts.filter(({ role }) => drafting.includes(role)).map(({ home }) => home);
  const shown = idsOf(answer.json['offices'] as Ids);
  hall.tally.compareSets(`listDocumentKinds by ${actor.name}`, homes, shown);
}

async function listsOffices(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listIssuingOffices');
  if (!answer) return;
  const allowed = actor.posts
    .map(({ home }) => home)
    .filter((home) => mayDo(actor, 'read', 'issuing_office', ownedBy(home)));
  const shown = idsOf(answer.json['offices'] as Ids);
  hall.tally.compareSets(`listIssuingOffices by ${actor.name}`, allowed, shown);
}

/** A change of each office that leaves its papers as they are. */
function changesOffices(
  route: RouteName,
  bodyOf: (numbers: { readonly version: number; readonly last: number }) => object,
  added: Partial<Counts>,
): Walk {
  return async (hall, actor) => {
    for (const [name, { office }] of Object.entries<PaperHouse>(paperHousesOf(hall.ground))) {
      const [numbers] = await hall.database.transaction((tx) =>
        tx.query<{ version: number; last: number }>(
          `select o.version, y.last from issuing_office o join number_year y using (owner_org)
           where o.owner_org = $1 and y.code = 'notice' and y.year = 2026`,
          [office.id],
        ),
      );
      const answer = await write(hall, actor, {
        route,
        id: office.id,
        body: bodyOf(numbers!),
        note: ` of ${name}`,
        allowed: mayDo(actor, 'update', 'issuing_office', ownedBy(office.id)),
        added,
        refusals: [403, 404],
      });
      if (!answer) return;
    }
  };
}

const ownedBy = (home: string): Owned => ({ ownerOrg: home, districtCode: null, parkId: null });

export const OFFICE_WALKS = {
  listDocumentKinds: offersOffices,
  listIssuingOffices: listsOffices,
  changeIssuingOffice: changesOffices(
    'changeIssuingOffice',
    ({ version }) => ({
      version,
      issuer: '矩阵机关',
      reviewAuthority: '矩阵政府',
      court: '矩阵法院',
      contact: '矩阵路2号',
    }),
    { event: 1 },
  ),
  setNumberSeries: changesOffices(
    'setNumberSeries',
    ({ last }) => ({ code: 'notice', pattern: '矩阵〔{year}〕{serial}号', year: 2026, last }),
    { event: 1 },
  ),
  voidNumber: changesOffices(
    'voidNumber',
    () => ({ code: 'notice', year: 2026, reason: '矩阵作废' }),
    { event: 1, document_number: 1 },
  ),
} satisfies Partial<Record<RouteName, Walk>>;
