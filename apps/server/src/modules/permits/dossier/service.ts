import {
  APPLICATION_KINDS,
  PERMIT_CATEGORIES,
  PERMIT_STATES,
  PILOT_BASIS,
  POLLUTANTS,
  GRAMS_PER_KILOGRAM_DIGITS,
  writeAmount,
  type DossierBlock,
  type DossierKind,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import {
  block,
  cell,
  type DossierContribution,
  type DossierSection,
  type DossierSubject,
  type EventTeller,
  type Reading,
} from '../../dossier/index.ts';
import { findOfHolder } from './store.ts';

const READ = { action: 'read', resource: 'permit' } as const;

const SECTION = (of: DossierKind): DossierSection => ({
  of,
  right: READ,
  key: 'permits',
  title: { zh: '排污许可', en: 'Discharge permit' },
  order: 350,
  load,
});

/** What is permitted on the day of the file, in the files of enterprises and parks. */
export const permitsDossier: DossierContribution = {
  sections: [SECTION('enterprise'), SECTION('park')],
  streams: (['enterprise', 'park'] as const).map((of) => ({
    of,
    right: READ,
    find: async (tx, { id }) =>
      (await findOfHolder(tx, id, '9999-12-31')).map((permit) => `permit/${permit.id}`),
  })),
  events: eventsOf({
    'permit.taken_over': { zh: '原有排污许可证入库', en: 'Existing permit taken over' },
    'permit.application_opened': { zh: '开始填写排污许可申请', en: 'Permit application begun' },
    'permit.draft_saved': { zh: '修改排污许可申请', en: 'Permit application changed' },
    'permit.submitted': { zh: '提交排污许可申请', en: 'Permit application submitted' },
    'permit.asked': { zh: '一次性告知补正', en: 'Asked for what was missing' },
    'permit.supplemented': { zh: '补正排污许可申请', en: 'Permit application completed' },
    'permit.declined': { zh: '排污许可申请不予受理', en: 'Permit application not accepted' },
    'permit.accepted': { zh: '受理排污许可申请', en: 'Permit application accepted' },
    'permit.site_checked': { zh: '排污许可现场核查', en: 'Site check for a permit' },
    'permit.proposed': { zh: '提出排污许可处理意见', en: 'Decision on a permit proposed' },
    'permit.returned': { zh: '退回重新审查', en: 'Sent back' },
    'permit.decided': { zh: '作出排污许可决定', en: 'Decided on a permit' },
    'permit.recorded_outside': { zh: '登记官方编号', en: 'Official number entered' },
    'permit.in_force': { zh: '排污许可证（登记）生效', en: 'Permit or registration in force' },
    'permit.cancelled': { zh: '注销排污许可证（登记）', en: 'Permit or registration cancelled' },
    'permit.withdrawn': { zh: '撤回排污许可申请', en: 'Permit application withdrawn' },
  }),
};

function eventsOf(
  names: Readonly<Record<string, EventTeller['name']>>,
): Readonly<Record<string, EventTeller>> {
  return Object.fromEntries(Object.entries(names).map(([type, name]) => [type, { name }]));
}

const COLUMNS = [
  { zh: '场所', en: 'Place' },
  { zh: '管理类别', en: 'Category' },
  { zh: '编号', en: 'Number' },
  { zh: '有效期', en: 'Valid' },
  { zh: '来源', en: 'From' },
  { zh: '状态', en: 'State' },
];
const NONE = {
  zh: '在档案日期，平台上没有排污许可证或者登记。',
  en: 'On the day of the file no permit or registration is on the platform.',
};
const MARKS = {
  IN_FORCE: { tone: 'good', words: PERMIT_STATES.IN_FORCE },
  EXPIRED: { tone: 'quiet', words: PERMIT_STATES.EXPIRED },
  CANCELLED: { tone: 'quiet', words: PERMIT_STATES.CANCELLED },
} as const;
const TAKEN_OVER = { zh: '原有证照入库', en: 'Taken over' };
const ITS_ADDRESS = { zh: '登记地址', en: 'Its own address' };

async function load(
  tx: Tx,
  { kind, id }: DossierSubject,
  { asOf }: Reading,
): Promise<readonly DossierBlock[]> {
  const permits = await findOfHolder(tx, id, asOf);
  const rows = permits.map((permit) => [
    permit.site === '' ? cell.words(ITS_ADDRESS) : cell.text(permit.site),
    cell.words(PERMIT_CATEGORIES[permit.category]),
    cell.code(permit.number),
    cell.span(permit.validFrom, permit.validTo),
    cell.words(permit.kind ? APPLICATION_KINDS[permit.kind] : TAKEN_OVER),
    cell.mark(MARKS[permit.state].tone, MARKS[permit.state].words),
  ]);
  const amounts = permits
    .filter(({ state }) => state === 'IN_FORCE')
    .flatMap(({ content }) => content.amounts)
    .map(({ pollutant, gramsPerYear }) => [
      cell.words(POLLUTANTS[pollutant]),
      cell.text(`${writeAmount(gramsPerYear, GRAMS_PER_KILOGRAM_DIGITS)} kg/a`),
    ]);
  return [
    ...(kind === 'park' && permits.length > 0 ? [block.note(PILOT_BASIS)] : []),
    block.table(COLUMNS, rows, NONE),
    ...(amounts.length > 0
      ? [
          block.table(
            [
              { zh: '许可排放的污染物', en: 'Permitted pollutant' },
              { zh: '年许可排放量', en: 'A year', end: true },
            ],
            amounts,
            NONE,
          ),
        ]
      : []),
  ];
}
