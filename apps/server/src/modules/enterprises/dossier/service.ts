import { can, ENTERPRISE_COLUMNS, type DossierBlock } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { readBackwards } from '../../../platform/event-log/index.ts';
import { widenScope } from '../../../platform/scope.ts';
import { scopeOf } from '../../../platform/session.ts';
import {
  block,
  cell,
  type DossierContribution,
  type DossierSubject,
  type Reading,
} from '../../dossier/index.ts';
import { findEnterprise } from '../store.ts';
import { OTHER_EVENTS } from './events.ts';
import { asBefore, changesIn, type Registered } from './history.ts';
import { profileTables, siteTable } from './profile.ts';
import * as store from './store.ts';
import { cellOf, FIELD_WORDS, type NameIndustry } from './words.ts';

const READ = { action: 'read', resource: 'enterprise' } as const;
const ON_DAY = { of: 'enterprise', right: READ } as const;
const NOBODY: ReadonlyMap<string, string> = new Map();
const NOT_YET = {
  zh: '在档案日期，这家企业还没有登记。',
  en: 'On the day of the file the enterprise was not registered yet.',
};

/** What the register says of an enterprise in its file. */
export function enterprisesDossier(nameIndustry: NameIndustry): DossierContribution {
  const facts = (registered: Registered, ...keys: readonly (keyof Registered)[]) =>
    block.facts(
      ...keys.map(
        (key) =>
          [
            FIELD_WORDS[key] ?? { zh: key, en: key },
            cellOf(key, registered[key], { nameIndustry, called: NOBODY }),
          ] as const,
      ),
    );
  return {
    subjects: { enterprise: findSubject },
    sections: [
      {
        ...ON_DAY,
        key: 'identity',
        title: { zh: '身份与代码', en: 'Identity and codes' },
        order: 100,
        load: onDay((it) => [
          facts(it, 'name', 'creditCode', 'industries', 'districtCode', 'address'),
        ]),
      },
      {
        ...ON_DAY,
        key: 'tenancy',
        title: { zh: '入驻沿革', en: 'Tenancies' },
        order: 200,
        load: loadTenancies,
      },
      {
        ...ON_DAY,
        key: 'profile',
        title: { zh: '排污与危废', en: 'Discharge and waste' },
        order: 300,
        load: onDay((it) => [
          facts(
            it,
            'wastewater',
            'wastewaterLitresPerYear',
            'permitCategory',
            'permitNumber',
            'permitValidTo',
            'hazardousWaste',
          ),
          ...profileTables(it),
        ]),
      },
      {
        ...ON_DAY,
        key: 'sites',
        title: { zh: '其他厂区', en: 'Other sites' },
        order: 250,
        load: onDay((it) => [siteTable(it)]),
      },
      {
        of: 'park',
        right: READ,
        key: 'tenants',
        title: { zh: '入驻企业', en: 'Tenants' },
        order: 400,
        load: (tx, subject, reading) => loadTenants(tx, subject, reading, nameIndustry),
      },
    ],
    streams: [
      {
        ...ON_DAY,
        // Of entries that this one took over, the history stays readable here.
        find: async (tx, { id }) =>
          [id, ...(await store.findMerged(tx, id))].map((one) => `enterprise/${one}`),
      },
    ],
    events: {
      ...OTHER_EVENTS,
      'enterprise.registered': { name: { zh: '登记入册', en: 'Registered' } },
      'enterprise.changed': {
        name: { zh: '修改登记信息', en: 'Registration changed' },
        points: (body) =>
          changesIn(body)
            .filter(({ key }) => key === 'parkId' || key === 'unitId')
            .flatMap(({ was, value }) => [was, value])
            .filter((id) => typeof id === 'string'),
        tell: (body, called) =>
          changesIn(body).map(({ key, was, value }) => ({
            name: plain(FIELD_WORDS[key] ?? { zh: key, en: key }),
            was: cellOf(key, was, { nameIndustry, called }),
            value: cellOf(key, value, { nameIndustry, called }),
          })),
      },
    },
  };
}

function plain({ zh, en }: { zh: string; en: string }) {
  return { zh, en };
}

async function findSubject(tx: Tx, id: string): Promise<DossierSubject | undefined> {
  const found = await findEnterprise(tx, id);
  if (!found) return undefined;
  const { name, creditCode, districtCode, park } = found;
  const owned = { ownerOrg: id, districtCode, parkId: park?.id ?? null };
  return { kind: 'enterprise', id, name, creditCode, districtCode, owned };
}

/** What was registered on the day of the file: what changed afterwards is taken back. */
function onDay(show: (registered: Registered) => readonly DossierBlock[]) {
  return async (tx: Tx, { id }: DossierSubject, { session, until }: Reading) => {
    const now = await findEnterprise(tx, id);
    if (!now) throw new Error(`enterprise ${id} went out of reach while its file was read`);
    await widenScope(tx, scopeOf(session, READ), id);
    const later = await readBackwards(tx, [`enterprise/${id}`], { since: until });
    const registered = asBefore(now, later);
    return registered ? show(registered) : [block.note(NOT_YET)];
  };
}

const COLUMNS = [
  { zh: '园区', en: 'Park' },
  { zh: '单元', en: 'Unit' },
  { zh: '起止', en: 'From – to' },
  { zh: '状态', en: 'State' },
];
const LIVES_THERE = { zh: '在园', en: 'There' };
const LEFT = { zh: '已退出', en: 'Left' };
const NEVER = { zh: '没有入驻园区的记录。', en: 'No tenancy in a park is on record.' };

async function loadTenancies(tx: Tx, { id }: DossierSubject, { session, asOf }: Reading) {
  // Whoever may read the enterprise may read where it was before, also through a park.
  await widenScope(tx, scopeOf(session, READ), id);
  const rows = (await store.listTenancies(tx, id, asOf)).map((row) => {
    const owned = {
      ownerOrg: row.operator,
      districtCode: row.park_district,
      parkId: row.park_id,
    };
    const hasEnded = row.valid_to !== null && row.valid_to < asOf;
    return [
      cell.link(row.park, 'park', can(session, 'read', 'park', owned) ? row.park_id : null),
      cell.text(row.unit),
      cell.span(row.valid_from, row.valid_to),
      hasEnded ? cell.mark('quiet', LEFT) : cell.mark('good', LIVES_THERE),
    ];
  });
  return [block.table(COLUMNS, rows, NEVER)];
}

/** On one paper; the list of enterprises has all. */
const TENANTS_SHOWN = 200;
const TENANT_COLUMNS = [
  ENTERPRISE_COLUMNS.name,
  { zh: '主要行业', en: 'Main industry' },
  { zh: '单元', en: 'Unit' },
  { zh: '入驻日期', en: 'Moved in' },
];
const NO_TENANTS = {
  zh: '在档案日期，没有您看得到的入驻企业。',
  en: 'On the day of the file there was no tenant that you may see.',
};

async function loadTenants(
  tx: Tx,
  { id }: DossierSubject,
  { asOf }: Reading,
  nameIndustry: NameIndustry,
) {
  const tenants = await store.listTenants(tx, id, asOf, TENANTS_SHOWN);
  const rows = tenants.map(({ id: tenant, name, industries: [main = ''], unit, valid_from }) => [
    cell.link(name, 'enterprise', tenant),
    main === '' ? [] : [cell.industry(main, nameIndustry(main))],
    cell.text(unit),
    cell.day(valid_from),
  ]);
  const total = tenants[0]?.total ?? 0;
  const counted = block.facts([{ zh: '入驻企业数', en: 'Number of tenants' }, cell.number(total)]);
  return [counted, block.table(TENANT_COLUMNS, rows, NO_TENANTS)];
}
