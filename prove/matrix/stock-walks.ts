import { randomUUID } from 'node:crypto';
import { STOCK_SHEETS, type Action } from '@ludao/contracts';
import { writeSheets } from '../../apps/server/src/platform/excel/index.ts';
import { eiaParksOf, ownedPark } from './access.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import type { Counts } from './counted.ts';
import { mayDo, type Given, type Hall, type RouteName } from './hall.ts';
import { enterImport, enterPresent, tenantOf, type Park } from './stock.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const sql = (hall: Hall, text: string, values: readonly unknown[]) =>
  hall.database.transaction((tx) => tx.query(text, values));

async function listsParks(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listStockParks', { query: 'size=200' });
  if (!answer) return;
  const rows = await hall.trueRows('park');
  const told = rows.filter((row) => mayDo(actor, 'read', 'stock', owned(row)));
  const shown = answer.json['rows'] as { parkId: string }[];
  hall.tally.compareSets(
    `listStockParks by ${actor.name}`,
    told.map(({ id }) => id),
    shown.map(({ parkId }) => parkId),
  );
}

function owned({ id, ownerOrg, districtCode }: Awaited<ReturnType<Hall['trueRows']>>[number]) {
  return { ownerOrg, districtCode, parkId: id };
}

/** What is not for the reader answers exactly like what does not exist. */
function shows(
  name: RouteName,
  right: Action,
  of: (hall: Hall) => Promise<{ id: string; owned: Parameters<typeof mayDo>[3] }[]>,
): Walk {
  return async (hall, actor) => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS }, ' of nothing');
    for (const row of await of(hall)) {
      const answer = await hall.ask(actor, name, { id: row.id }, ` of ${row.id}`);
      if (!answer) continue;
      const where = `${name} by ${actor.name} of ${row.owned.districtCode}`;
      hall.tally.compare(where, mayDo(actor, right, 'stock', row.owned), answer.status === 200);
      if (answer.status === 200) continue;
      const alike = JSON.stringify(answer.json) === JSON.stringify(unknown?.json);
      hall.tally.expect(`${where}: told apart from nothing`, alike);
    }
  };
}

const parks = async (hall: Hall) =>
  (await hall.trueRows('park')).map((row) => ({ id: row.id, owned: owned(row) }));
const imports = async (hall: Hall) =>
  (await hall.ownedRows('stock_import')).map((row) => ({ id: row.id, owned: row }));

interface Change {
  readonly right: Action;
  readonly added: Partial<Counts>;
  readonly refusals?: readonly number[];
  /** Makes what is changed. @returns its id and what is sent; null where there is none */
  readonly prepare: (
    hall: Hall,
    actor: Actor,
    park: Park,
  ) => Promise<(Given & { readonly id: string }) | null>;
}

/** One change in each park, with something of its own to be changed. */
function changes(route: RouteName, { right, added, refusals, prepare }: Change): Walk {
  return async (hall, actor) => {
    for (const park of eiaParksOf(hall.ground)) {
      const given = await prepare(hall, actor, park);
      if (!given) continue;
      await write(hall, actor, {
        route,
        ...given,
        note: ` in ${park.relation}`,
        allowed: mayDo(actor, right, 'stock', ownedPark(park)),
        added,
        refusals: refusals ?? [403, 404],
      });
      await sql(hall, `update present_tenant set state = 'REMOVED' where state = 'WAITING'`, []);
      await sql(hall, `update stock_import set state = 'CANCELLED' where state = 'CHECKED'`, []);
    }
  };
}

/** Its one row lacks nearly everything, which is told and writes nothing. */
const aFile = () => {
  const { zh: title, columns } = STOCK_SHEETS.APPROVALS;
  return writeSheets([
    {
      title,
      columns: Object.entries(columns).map(([key, { zh: heading, type }]) => ({
        key,
        heading,
        type,
      })),
      rows: [{ project: `矩阵项目${randomUUID().slice(0, 8)}` }],
    },
  ]);
};
const begun = (hall: Hall, park: Park, sheets?: Parameters<typeof enterImport>[3]) =>
  hall.database.transaction((tx) =>
    enterImport(tx, park, hall.ground.world.posts[0]!.organisation, sheets),
  );

export const STOCK_WALKS = {
  listStockParks: listsParks,
  getParkStock: shows('getParkStock', 'read', parks),
  getStockTemplate: shows('getStockTemplate', 'create', parks),
  sendStock: changes('sendStock', {
    right: 'create',
    added: { stock_import: 1, event: 1 },
    prepare: async (_, __, { id }) => ({
      id,
      file: await aFile(),
      query: `fileName=${encodeURIComponent('矩阵存量.xlsx')}`,
    }),
  }),
  getStockImport: shows('getStockImport', 'read', imports),
  getStockWorkbook: shows('getStockWorkbook', 'create', imports),
  correctStock: changes('correctStock', {
    right: 'update',
    added: { event: 1 },
    prepare: async (hall, _, park) => ({ id: await begun(hall, park), file: await aFile() }),
  }),
  addStockScans: changes('addStockScans', {
    right: 'update',
    // The row of the file itself, and that it is on record.
    added: { stock_scan: 1, file: 1, event: 2 },
    prepare: async (hall, actor, park) => {
      const file = randomUUID();
      const org = actor.posts[0]?.home ?? hall.ground.world.posts[0]!.organisation;
      await sql(
        hall,
        `insert into file (id, owner_org, district_code, park_id, sha256, bytes, media_type, name,
           purpose, scan, scan_detail, created_by, created_at)
         values ($1, $2, $3, $4, repeat('0', 64), 1, 'application/pdf', '矩阵.pdf', 'stock-scan',
           'CLEAN', '', gen_random_uuid(), now())`,
        [file, org, park.districtCode, park.id],
      );
      return { id: await begun(hall, park), body: { files: [file] } };
    },
  }),
  cancelStock: changes('cancelStock', {
    right: 'update',
    added: { event: 1 },
    prepare: async (hall, _, park) => ({ id: await begun(hall, park) }),
  }),
  commitStock: changes('commitStock', {
    right: 'import',
    added: { historical_approval: 1, stock_entry: 1, event: 2 },
    prepare: async (hall, actor, park) => {
      const tenant = tenantOf(hall.ground, park);
      if (!tenant) return null;
      const values = {
        creditCode: tenant.creditCode,
        project: '矩阵旧项目',
        document: '环境影响报告表',
        number: randomUUID(),
        office: '矩阵机关',
        approvedOn: '2021-01-01',
      };
      const APPROVALS = [{ rowNumber: 2, values, faults: [] }];
      const id = await begun(hall, park, { APPROVALS });
      const seen = mayDo(actor, 'import', 'stock', ownedPark(park))
        ? await hall.ask(actor, 'getStockImport', { id })
        : null;
      const digest = seen?.json['digest'];
      return { id, body: { digest: typeof digest === 'string' ? digest : '' } };
    },
  }),
  removePresentTenant: changes('removePresentTenant', {
    right: 'import',
    added: { event: 1 },
    prepare: async (hall, _, park) => {
      const tenant = tenantOf(hall.ground, park);
      if (!tenant) return null;
      const id = await hall.database.transaction((tx) =>
        enterPresent(tx, park, tenant.id, 'WAITING'),
      );
      return { id };
    },
  }),
};
