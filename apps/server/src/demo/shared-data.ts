import { createHash, randomUUID } from 'node:crypto';
import type { DatasetForm } from '@ludao/contracts';
import type { NewPost } from '../modules/organisations/index.ts';
import { enterDataset, startFollowUp, type NewParkEia } from '../modules/parks/index.ts';
import { shippedLaw } from '../modules/rulebook/index.ts';
import { dateInChina } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/db.ts';
import { enterFile, type Files, type StoredFile } from '../platform/files/index.ts';
import { isRefusal } from '../platform/refusal.ts';
import type { Session } from '../platform/session.ts';
import type { DemoCounty } from './county.ts';

const TEXT = 'BT /F 24 Tf 72 720 Td (DEMONSTRATION DATA - invented report) Tj ET';

/** A page that says what it is, in letters that every reader has. */
const REPORT_NAME = '演示报告.pdf';
const REPORT = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
    `4 0 obj<</Length ${TEXT.length}>>stream`,
    TEXT,
    'endstream endobj',
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
    '',
  ].join('\n'),
);
const SHA256 = createHash('sha256').update(REPORT).digest('hex');

const MEASURED = {
  dataOwner: '演示园区运营公司',
  laboratory: '演示检测有限公司',
  cmaNo: '演示CMA0001',
  points: ['演示园区中心', '演示园区东厂界'],
} as const;

/** The same sets as the demonstration's list of the law has for its first park. */
const SETS: readonly Omit<DatasetForm, 'file'>[] = [
  {
    ...MEASURED,
    points: [...MEASURED.points],
    kind: 'ambient',
    title: '环境空气质量本底（2025年）',
    sampledOn: '2025-05-10',
    factors: [
      { name: '二氧化氮', value: '21', unit: 'μg/m³', method: 'HJ 479' },
      { name: '细颗粒物', value: '33', unit: 'μg/m³', method: 'HJ 618' },
    ],
    validFrom: '2025-06-01',
    validTo: null,
    supersedes: null,
  },
  {
    ...MEASURED,
    points: [...MEASURED.points],
    kind: 'soil_groundwater',
    title: '土壤和地下水本底（2021年）',
    sampledOn: '2021-04-02',
    factors: [{ name: '镉', value: '0.12', unit: 'mg/kg', method: 'GB/T 17141' }],
    validFrom: '2021-05-01',
    validTo: null,
    supersedes: null,
  },
  {
    ...MEASURED,
    points: [...MEASURED.points],
    kind: 'soil_groundwater',
    title: '土壤和地下水本底（2026年）',
    sampledOn: '2026-03-18',
    factors: [{ name: '镉', value: '0.13', unit: 'mg/kg', method: 'GB/T 17141' }],
    validFrom: '2026-04-15',
    validTo: null,
    supersedes: null,
  },
  {
    kind: 'sewer',
    title: '园区污水纳管证明',
    dataOwner: MEASURED.dataOwner,
    sampledOn: null,
    laboratory: '',
    cmaNo: '',
    points: [],
    factors: [],
    validFrom: '2024-08-01',
    validTo: '2029-07-31',
    supersedes: null,
  },
];

/** What the park with an EIA shares, one set of it past its days, and the evaluation that it owes. */
export async function enterDemoSharing(
  tx: Tx,
  { parks }: DemoCounty,
  posts: readonly NewPost[],
  eia: NewParkEia,
  now: Date,
): Promise<void> {
  const park = parks.find(({ id }) => id === eia.park.id)!;
  const manager = posts.find(({ role }) => role === 'PARK_MANAGER')!;
  const { ruleSet } = shippedLaw().screener;
  const asking = {
    session: sessionOf(manager, park.id),
    now,
    today: dateInChina(now),
    causeId: 'demo',
    law: () => ruleSet,
    files: { find: () => Promise.resolve(undefined), link: linkReport },
  };
  for (const set of SETS) {
    const made = await enterDataset(tx, park.id, { ...set, file: randomUUID() }, asking);
    if (isRefusal(made)) throw new Error(`the demonstration was refused: ${made.refused}`);
  }
  const acting = { actor: 'system:demo', office: null, now, causeId: 'demo' };
  const { id: parkEiaId, approval } = eia;
  const { districtCode, name } = park;
  const owed = { parkEiaId, parkId: park.id, park: name, districtCode };
  await startFollowUp(tx, ruleSet, { ...owed, startedOn: approval.inForceFrom }, acting);
}

const linkReport: Files['link'] = async (
  tx,
  id,
  { ownerOrg, districtCode, parkId, purpose, by },
) => {
  const file: StoredFile = {
    id,
    ownerOrg,
    districtCode,
    parkId,
    purpose,
    sha256: SHA256,
    bytes: REPORT.length,
    mediaType: 'application/pdf',
    name: REPORT_NAME,
    scan: 'UNSCANNED',
    scanDetail: '',
    createdBy: null,
    createdAt: by.now,
  };
  await enterFile(tx, file);
  return file;
};

/** Puts the bytes of the invented reports where files stand, if any is on record; as often as one likes. */
export async function keepDemoReports(
  database: Database,
  files: Pick<Files, 'keep'>,
  now: Date,
): Promise<void> {
  const found = await database.lookup('select id from file where name = $1 limit 1', [REPORT_NAME]);
  if (found.length > 0) await files.keep(REPORT, REPORT_NAME, 'PDF', now);
}

function sessionOf(post: NewPost, park: string): Session {
  const { id, organisation, role, title, holder } = post;
  const reach = { orgs: [organisation], districts: [], parks: [park] };
  const house = { id: organisation, name: MEASURED.dataOwner, kind: 'PARK_OWNER' } as const;
  return {
    ...reach,
    personId: holder.personId,
    personName: holder.name,
    personOrg: organisation,
    passwordDue: false,
    roles: [role],
    posts: [{ ...reach, id, role, title, home: organisation, organisation: house, standIn: false }],
    secondFactor: 'not_required',
    signOn: 'none',
    tokenHash: Buffer.alloc(0),
  };
}
