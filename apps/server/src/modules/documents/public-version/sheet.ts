import { formatCsv } from '@cj-tech-master/excelts/csv';
import { DOCUMENT_EFFECTS, type PublicDocuments } from '@ludao/contracts';

/** Open data: UTF-8 with a byte order mark, so that Excel reads it too. */
export function writePublicDocuments({ rows }: PublicDocuments): Buffer {
  const lines = rows.map((row) => ({
    标识: row.id,
    文号: row.number,
    标题: row.title,
    发文机关: row.office,
    成文日期: row.day,
    公开日期: row.publishedOn,
    效力: row.effect ? DOCUMENT_EFFECTS[row.effect].zh : '有效',
  }));
  const headings = ['标识', '文号', '标题', '发文机关', '成文日期', '公开日期', '效力'];
  return Buffer.from(
    `\ufeff${formatCsv(lines, { headers: headings, lineEnding: '\r\n', escapeFormulae: true })}`,
  );
}
