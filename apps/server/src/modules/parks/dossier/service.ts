import {
  DESIGNATION_KINDS,
  PARK_COLUMNS,
  PARK_KINDS,
  PRE_LEASE_OUTCOMES,
  type Bilingual,
  type DossierCell,
} from '@ludao/contracts';
import { levelText } from '@ludao/contracts/texts';
import type { Tx } from '../../../platform/db.ts';
import {
  block,
  cell,
  type DossierContribution,
  type DossierSubject,
  type Reading,
} from '../../dossier/index.ts';
import { findPark } from '../detail-store.ts';
import { PARK_EVENTS } from './events.ts';
import * as store from './store.ts';

const READ_PARK = { action: 'read', resource: 'park' } as const;
const READ_CHECKS = { action: 'read', resource: 'pre_lease_check' } as const;
const OF_PARK = { of: 'park', right: READ_PARK } as const;
const CHECKS = { title: { zh: '租前查询', en: 'Checks before a lease' }, right: READ_CHECKS };

/** What the register of parks, and the checks before a lease, say in the files. */
export const parksDossier: DossierContribution = {
  subjects: { park: findSubject },
  sections: [
    {
      ...OF_PARK,
      key: 'basics',
      title: { zh: '基本情况', en: 'Basics' },
      order: 100,
      load: loadBasics,
    },
    {
      ...OF_PARK,
      key: 'designations',
      title: { zh: '认定与评星', en: 'Designations and stars' },
      order: 200,
      load: loadDesignations,
    },
    {
      ...OF_PARK,
      key: 'buildings',
      title: { zh: '楼栋与厂房', en: 'Buildings and units' },
      order: 300,
      load: loadBuildings,
    },
    {
      ...CHECKS,
      of: 'park',
      key: 'checks',
      order: 500,
      load: async (tx, { id }, { asOf }) => [
        checkTable(await store.listChecksInPark(tx, id, asOf), ({ tenant_name }) =>
          cell.text(tenant_name),
        ),
      ],
    },
    {
      ...CHECKS,
      of: 'enterprise',
      key: 'checks',
      order: 400,
      load: async (tx, { creditCode }, { asOf }) => [
        checkTable(
          creditCode === null ? [] : await store.listChecksOfTenant(tx, creditCode, asOf),
          ({ park, unit }) => [...cell.text(park), ...cell.text(unit)],
        ),
      ],
    },
  ],
  streams: [
    { ...OF_PARK, find: async (_, { id }) => [`park/${id}`] },
    {
      of: 'park',
      right: READ_CHECKS,
      find: async (tx, { id }) => streamsOf(await store.findCheckIds(tx, { parkId: id })),
    },
    {
      of: 'enterprise',
      right: READ_CHECKS,
      find: async (tx, { creditCode }) =>
        creditCode === null ? [] : streamsOf(await store.findCheckIds(tx, { creditCode })),
    },
  ],
  events: {
    ...PARK_EVENTS,
    'pre_lease.checked': {
      name: { zh: '租前查询', en: 'Checked before a lease' },
      points: ({ unitId }) => (typeof unitId === 'string' ? [unitId] : []),
      tell: ({ number, unitId, outcome }, called) => [
        fact(NUMBER, cell.code(typeof number === 'string' ? number : null)),
        fact(UNIT, cell.text(typeof unitId === 'string' ? called.get(unitId) : null)),
        fact(
          OUTCOME,
          cell.words(PRE_LEASE_OUTCOMES[outcome as keyof typeof PRE_LEASE_OUTCOMES] ?? undefined),
        ),
      ],
    },
  },
};

const NUMBER = { zh: '编号', en: 'Number' };
const UNIT = { zh: '厂房', en: 'Unit' };
const OUTCOME = { zh: '结论', en: 'Outcome' };

function fact(name: Bilingual, value: DossierCell) {
  return { name: { zh: name.zh, en: name.en }, was: null, value };
}

function streamsOf(ids: readonly string[]): string[] {
  return ids.map((id) => `pre-lease/${id}`);
}

async function findSubject(tx: Tx, id: string): Promise<DossierSubject | undefined> {
  const [park] = await store.findOwned(tx, id);
  if (!park) return undefined;
  const { name, operator, district_code: districtCode } = park;
  const owned = { ownerOrg: operator, districtCode, parkId: id };
  return { kind: 'park', id, name, creditCode: null, districtCode, owned };
}

const AREA = { zh: '平方米', en: 'm²' };

async function loadBasics(tx: Tx, { id }: DossierSubject, { asOf }: Reading) {
  const park = await findPark(tx, id, asOf);
  if (!park) throw new Error(`park ${id} went out of reach while its file was read`);
  const { longitude, latitude } = park;
  const position = longitude !== null && latitude !== null ? `${longitude}°E, ${latitude}°N` : null;
  return [
    block.facts(
      [PARK_COLUMNS.name, cell.text(park.name)],
      [PARK_COLUMNS.district, cell.county(park.districtCode)],
      [PARK_COLUMNS.kind, cell.words(PARK_KINDS[park.kind])],
      [PARK_COLUMNS.stars, cell.number(park.stars, { zh: '星', en: 'stars' })],
      [PARK_COLUMNS.operator, cell.text(park.operator)],
      [{ zh: '园区法人', en: 'Legal entity' }, cell.text(park.legalEntity)],
      [{ zh: '地址', en: 'Address' }, cell.text(park.address)],
      [{ zh: '经纬度', en: 'Position' }, cell.text(position)],
    ),
  ];
}

async function loadDesignations(tx: Tx, { id }: DossierSubject, { asOf }: Reading) {
  const rows = (await store.listDesignations(tx, id, asOf)).map((row) => {
    const isPast = row.valid_to !== null && row.valid_to < asOf;
    return [
      cell.words(DESIGNATION_KINDS[row.kind]),
      cell.number(row.stars),
      cell.text(row.evidence),
      cell.span(row.valid_from, row.valid_to),
      isPast
        ? cell.mark('caution', { zh: '已过期', en: 'Expired' })
        : cell.mark('good', { zh: '有效', en: 'In force' }),
    ];
  });
  const columns = [
    { zh: '认定', en: 'Designation' },
    { ...PARK_COLUMNS.stars, end: true },
    { zh: '依据', en: 'Evidence' },
    { zh: '有效期', en: 'Valid' },
    { zh: '状态', en: 'State' },
  ];
  const none = { zh: '没有在册的认定或评星。', en: 'No designation is on record.' };
  return [block.table(columns, rows, none)];
}

async function loadBuildings(tx: Tx, { id }: DossierSubject) {
  const rows = (await store.listBuildings(tx, id)).map((row) => [
    cell.text(row.name),
    cell.text(row.landlord),
    cell.number(row.units),
    cell.number(row.let_units),
    cell.number(row.area_m2, AREA),
  ]);
  const columns = [
    { zh: '楼栋', en: 'Building' },
    { zh: '出租者', en: 'Landlord' },
    { zh: '单元', en: 'Units', end: true },
    { zh: '已出租', en: 'Let', end: true },
    { zh: '面积', en: 'Area', end: true },
  ];
  return [block.table(columns, rows, { zh: '还没有登记楼栋。', en: 'No building is on record.' })];
}

const TONES = { STOP: 'caution', OPEN: 'caution', CONDITIONAL: 'quiet', CLEAR: 'good' } as const;

function checkTable(rows: readonly store.CheckRow[], about: (row: store.CheckRow) => DossierCell) {
  const columns = [
    NUMBER,
    { zh: '对象', en: 'About' },
    { zh: '环评类别', en: 'EIA level' },
    OUTCOME,
    { zh: '查询日期', en: 'Checked on' },
  ];
  return block.table(
    columns,
    rows.map((row) => [
      cell.link(row.number, 'pre_lease', row.id),
      about(row),
      row.level === null
        ? []
        : cell.words({ zh: levelText(row.level, 'zh'), en: levelText(row.level, 'en') }),
      cell.mark(TONES[row.outcome], PRE_LEASE_OUTCOMES[row.outcome]),
      cell.day(row.made_on),
    ]),
    { zh: '没有租前查询的记录。', en: 'No check before a lease is on record.' },
  );
}
