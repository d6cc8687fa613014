import { ADMISSION_STATES, PARK_EIA_STATES, type Bilingual } from '@ludao/contracts';
import { block, cell, type DossierContribution, type EventTeller } from '../../../dossier/index.ts';
import type { TaskSource } from '../../../tasks/index.ts';
import * as store from './store.ts';

const READ_EIAS = { action: 'read', resource: 'park_eia' } as const;
const READ_ENTRIES = { action: 'read', resource: 'admission' } as const;
const ENTRIES = { key: 'admissions', title: { zh: '直接入驻', en: 'Direct entry' } };
const TONES = { ADMITTED: 'good', REFUSED: 'caution', LEFT: 'quiet' } as const;

/** What park-wide EIAs and direct entries say in the files of parks and enterprises. */
export const accessDossier: DossierContribution = {
  sections: [
    {
      key: 'park-eias',
      title: { zh: '园区整体环评', en: 'Park-wide EIAs' },
      of: 'park',
      order: 310,
      right: READ_EIAS,
      load: async (tx, { id }) => [
        block.table(
          [
            { zh: '名称', en: 'Title' },
            { zh: '状态', en: 'State' },
            { zh: '批准文号', en: 'Approval number' },
            { zh: '有效期', en: 'In force' },
          ],
          (await store.listEias(tx, id)).map((row) => [
            cell.text(row.title),
            cell.words(PARK_EIA_STATES[row.state]),
            cell.text(row.approval_no),
            row.in_force_from === null ? [] : cell.span(row.in_force_from, row.valid_to),
          ]),
          { zh: '没有整体环评的记录。', en: 'No park-wide EIA is on record.' },
        ),
      ],
    },
    {
      ...ENTRIES,
      of: 'park',
      order: 320,
      right: READ_ENTRIES,
      load: async (tx, { id }, { asOf }) => [
        entryTable(await store.listEntries(tx, { park: id }, asOf), ({ enterprise }) => enterprise),
      ],
    },
    {
      ...ENTRIES,
      of: 'enterprise',
      order: 320,
      right: READ_ENTRIES,
      load: async (tx, { id }, { asOf }) => [
        entryTable(await store.listEntries(tx, { enterprise: id }, asOf), ({ park }) => park),
      ],
    },
  ],
  streams: [
    {
      of: 'park',
      right: READ_EIAS,
      find: async (tx, { id }) => (await store.listEias(tx, id)).map((eia) => `park-eia/${eia.id}`),
    },
    {
      of: 'enterprise',
      right: READ_ENTRIES,
      find: async (tx, { id }) =>
        (await store.listEntries(tx, { enterprise: id }, '9999-12-31')).map(
          (entry) => `admission/${entry.id}`,
        ),
    },
  ],
  events: {
    ...named('park_eia', {
      drafted: { zh: '开始编制整体环评', en: 'Park-wide EIA begun' },
      changed: { zh: '修改整体环评', en: 'Park-wide EIA changed' },
      submitted: { zh: '提交整体环评', en: 'Park-wide EIA submitted' },
      discarded: { zh: '弃用整体环评', en: 'Park-wide EIA discarded' },
      returned: { zh: '整体环评退回补充', en: 'Park-wide EIA sent back' },
      decision_entered: { zh: '录入整体环评审批结果', en: 'Decision on the EIA entered' },
      decision_declined: { zh: '整体环评审批结果退回重录', en: 'Decision given back' },
      approved: { zh: '整体环评批准并生效', en: 'Park-wide EIA approved' },
      refused: { zh: '整体环评不予批准', en: 'Park-wide EIA refused' },
      reconciled: { zh: '确认期初份额', en: 'Opening balance confirmed' },
      listed: { zh: '提交更新规则清单', en: 'Update of the list submitted' },
      stopped: { zh: '整体环评因重大变化停用', en: 'Park-wide EIA stopped' },
      superseded: { zh: '整体环评被替代', en: 'Park-wide EIA superseded' },
      expired: { zh: '整体环评到期', en: 'Park-wide EIA expired' },
    }),
    ...named('admission', {
      admitted: { zh: '直接入驻，扣减份额', en: 'Entered directly; share drawn' },
      refused: { zh: '申请直接入驻未通过', en: 'Not admitted directly' },
      taken_over: { zh: '原有份额入库', en: 'Existing share taken over' },
      left: { zh: '退出，归还份额', en: 'Left; share given back' },
    }),
    ...named('present_tenant', {
      entered: { zh: '导入原有份额，待对账', en: 'Existing share entered, to be reconciled' },
      corrected: { zh: '更正原有份额', en: 'Existing share corrected' },
      removed: { zh: '撤去原有份额', en: 'Existing share taken back' },
    }),
  },
};

/** What waits for a park manager without anybody sending it. */
export const accessTasks: readonly TaskSource[] = [
  {
    key: 'admissions.gone',
    title: { zh: '已离园但仍占用份额的企业', en: 'Enterprises that left and still hold a share' },
    hint: {
      zh: '登记退出，份额归还园区后才能分配给别的企业。',
      en: 'Record the leaving: only then may others draw the share.',
    },
    tone: 'due',
    right: { action: 'update', resource: 'admission' },
    roles: ['PARK_MANAGER'],
    to: '/admissions?state=ADMITTED',
    count: ({ scoped }) => scoped(store.countGone),
  },
];

function named(
  stream: string,
  names: Readonly<Record<string, Bilingual>>,
): Record<string, EventTeller> {
  return Object.fromEntries(
    Object.entries(names).map(([type, name]) => [`${stream}.${type}`, { name }]),
  );
}

function entryTable(rows: readonly store.EntryRow[], about: (row: store.EntryRow) => string) {
  return block.table(
    [
      { zh: '对象', en: 'About' },
      { zh: '厂房', en: 'Unit' },
      { zh: '结果', en: 'Result' },
      { zh: '申请日期', en: 'Applied on' },
      { zh: '退出日期', en: 'Left on' },
    ],
    rows.map((row) => [
      cell.text(about(row)),
      cell.text(row.unit),
      cell.mark(TONES[row.state], ADMISSION_STATES[row.state]),
      cell.day(row.applied_on),
      cell.day(row.left_on),
    ]),
    { zh: '没有直接入驻的记录。', en: 'No direct entry is on record.' },
  );
}
