import { DOCUMENT_EFFECTS, DOCUMENT_STATES, type DocumentList } from '@ludao/contracts';
import { writeSheet } from '../../platform/excel/index.ts';

/** The register of documents 发文登记簿. */
export function writeDocuments({ rows }: DocumentList): Promise<Buffer> {
  return writeSheet({
    title: '文书登记',
    columns: [
      { key: 'number', heading: '文号', type: 'text', width: 26 },
      { key: 'title', heading: '标题', type: 'text', width: 48 },
      { key: 'kind', heading: '文种', type: 'text', width: 24 },
      { key: 'addressee', heading: '受送达人', type: 'text', width: 36 },
      { key: 'office', heading: '发文机关', type: 'text', width: 28 },
      { key: 'state', heading: '状态', type: 'text', width: 12 },
      { key: 'effect', heading: '效力', type: 'text', width: 10 },
      { key: 'signedOn', heading: '签发日期', type: 'date', width: 14 },
      { key: 'servedOn', heading: '送达日期', type: 'date', width: 14 },
    ],
    rows: rows.map((row) => ({
      ...row,
      number: row.number ?? '',
      kind: row.kindName.zh,
      state: DOCUMENT_STATES[row.state].zh,
      effect: row.effect ? DOCUMENT_EFFECTS[row.effect].zh : '',
    })),
  });
}
