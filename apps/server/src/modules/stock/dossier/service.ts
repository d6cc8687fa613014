import { EIA_DOCUMENTS } from '@ludao/contracts';
import { block, cell, type DossierContribution, type EventTeller } from '../../dossier/index.ts';
import { listOfEnterprise, listOfPark } from './store.ts';

const READ = { action: 'read', resource: 'stock' } as const;
const READ_ENTERPRISE = { action: 'read', resource: 'enterprise' } as const;
const HISTORICAL = {
  zh: '以下为加入平台前的历史记录，按原件导入，没有重新适用规则。',
  en: 'Records from before the platform, taken over from paper; no rule was run again.',
};
const SCANNED = { zh: '有扫描件', en: 'Scan on file' };
const NOT_SCANNED = { zh: '无扫描件', en: 'No scan' };

/** What was taken over: in the file of the enterprise its approvals, in that of the park its imports. */
export const stockDossier: DossierContribution = {
  sections: [
    {
      of: 'enterprise',
      right: READ_ENTERPRISE,
      key: 'historical_approvals',
      title: { zh: '历史环评批复', en: 'EIA approvals from before' },
      order: 340,
      load: async (tx, { id }, { asOf }) => [
        block.note(HISTORICAL),
        block.table(
          [
            { zh: '项目', en: 'Project' },
            { zh: '类别', en: 'Document' },
            { zh: '文号', en: 'Number' },
            { zh: '机关', en: 'Office' },
            { zh: '批复日期', en: 'Approved on' },
            { zh: '验收日期', en: 'Accepted on' },
            { zh: '原件', en: 'Paper' },
          ],
          (await listOfEnterprise(tx, id, asOf)).map((row) => [
            cell.text(row.project),
            cell.words(EIA_DOCUMENTS[row.document]),
            cell.code(row.number),
            cell.text(row.office),
            cell.day(row.approved_on),
            cell.day(row.accepted_on),
            cell.words(row.scanned ? SCANNED : NOT_SCANNED),
          ]),
          { zh: '没有导入历史环评批复。', en: 'No approval from before was taken over.' },
        ),
      ],
    },
    {
      of: 'park',
      right: READ,
      key: 'stock',
      title: { zh: '存量导入', en: 'Stock taken over' },
      order: 345,
      load: async (tx, { id }, { asOf }) => [
        block.note(HISTORICAL),
        block.table(
          [
            { zh: '文件', en: 'File' },
            { zh: '写入日期', en: 'Written on' },
            { zh: '条数', en: 'Rows', end: true },
          ],
          (await listOfPark(tx, id, asOf)).map(({ file, on, rows }) => [
            cell.text(file),
            cell.day(on),
            cell.number(rows),
          ]),
          { zh: '没有导入存量。', en: 'No stock was taken over.' },
        ),
      ],
    },
  ],
  streams: [
    {
      of: 'enterprise',
      right: READ_ENTERPRISE,
      find: async (tx, { id }) =>
        (await listOfEnterprise(tx, id, '9999-12-31')).map(
          (row) => `historical-approval/${row.id}`,
        ),
    },
    {
      of: 'park',
      right: READ,
      find: async (tx, { id }) =>
        (await listOfPark(tx, id, '9999-12-31')).map((row) => `stock-import/${row.id}`),
    },
  ],
  events: eventsOf({
    'historical_approval.taken_over': {
      zh: '历史环评批复入库',
      en: 'EIA approval from before taken over',
    },
    'stock.sent': { zh: '上传存量文件', en: 'Stock workbook sent' },
    'stock.corrected': { zh: '传回改好的存量文件', en: 'Stock workbook corrected' },
    'stock.scans_added': { zh: '上传存量扫描件', en: 'Scans added' },
    'stock.cancelled': { zh: '取消存量导入', en: 'Stock import cancelled' },
    'stock.committed': { zh: '存量导入写入', en: 'Stock written' },
  }),
};

function eventsOf(
  names: Readonly<Record<string, EventTeller['name']>>,
): Readonly<Record<string, EventTeller>> {
  return Object.fromEntries(Object.entries(names).map(([type, name]) => [type, { name }]));
}
