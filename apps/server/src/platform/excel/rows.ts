import { decodeCol } from '@cj-tech-master/excelts';
import { SheetRefused } from './refusal.ts';
import { unescapeText } from './shared-parts.ts';
import { openXmlFeed, type XmlHandlers } from './xml.ts';

/** A cell as the file has it, not yet understood. */
export interface RawCell {
  /** From 1. */
  readonly column: number;
  /** 's' shared, 'inlineStr', 'str', 'b', 'e', 'd'; 'n' a number. */
  readonly type: string;
  readonly style: number;
  readonly text: string;
  readonly formula: boolean;
}

export interface RawRow {
  /** From 1, as Excel shows it. */
  readonly rowNumber: number;
  readonly cells: readonly RawCell[];
}

/** For example 'A2:A5'. Merged ranges stand after the last row. */
export interface MergedRange {
  readonly merged: string;
}

/** Excel's own limits: no file that it wrote passes them. */
const MAX_COLUMNS = 16_384;
const MAX_ROW = 1_048_576;
const MAX_CELL_TEXT = 32_767;

/** The rows of a sheet while it unpacks, those without any cell left out. */
export async function* readRawRows(
  part: string,
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<RawRow | MergedRange> {
  let found: (RawRow | MergedRange)[] = [];
  const feed = openXmlFeed(
    part,
    sheetHandlers(part, (one) => found.push(one)),
  );
  for await (const piece of pieces) {
    feed.write(piece);
    if (found.length === 0) continue;
    const batch = found;
    found = [];
    yield* batch;
  }
  feed.end();
  yield* found;
}

function sheetHandlers(part: string, found: (one: RawRow | MergedRange) => void): XmlHandlers {
  let rowNumber = 0;
  let column = 0;
  let cells: RawCell[] | null = null;
  let cell: { type: string; style: number; text: string; formula: boolean } | null = null;
  let inText = false;
  let inGuide = false;

  function damaged(): never {
    throw new SheetRefused('DAMAGED', { part });
  }

  return {
    open(name, attributes) {
      inText = false;
      if (name === 'c' && cells) {
        const { r, t = 'n', s = '0' } = attributes;
        column = r === undefined ? column + 1 : columnOf(r);
        if (!(column >= 1 && column <= MAX_COLUMNS) || cells.length >= MAX_COLUMNS) damaged();
        cell = { type: t, style: Number(s), text: '', formula: false };
      } else if (name === 'v' || name === 't') {
        inText = cell !== null && !inGuide;
      } else if (name === 'f' && cell) {
        cell.formula = true;
      } else if (name === 'rPh') {
        inGuide = true;
      } else if (name === 'row') {
        const { r } = attributes;
        const next = r === undefined ? rowNumber + 1 : Number(r);
        // A row that stands twice or out of order would be told under the wrong number.
        if (!Number.isInteger(next) || next <= rowNumber || next > MAX_ROW) damaged();
        rowNumber = next;
        column = 0;
        cells = [];
      } else if (name === 'mergeCell' && attributes['ref'] !== undefined) {
        found({ merged: attributes['ref'] });
      }
    },
    text(more) {
      if (!inText || !cell) return;
      cell.text += more;
      if (cell.text.length > MAX_CELL_TEXT) damaged();
    },
    close(name) {
      inText = false;
      if (name === 'rPh') inGuide = false;
      if (name === 'c' && cell && cells) {
        if (cell.type === 'inlineStr') cell.text = unescapeText(cell.text);
        if (cell.text !== '' || cell.formula) cells.push({ column, ...cell });
        cell = null;
      } else if (name === 'row' && cells) {
        if (cells.length > 0) found({ rowNumber, cells });
        cells = null;
      }
    },
  };
}

/** @returns NaN for what is no address */
function columnOf(address: string): number {
  const letters = /^[A-Z]{1,3}(?=\d+$)/.exec(address)?.[0];
  return letters === undefined ? NaN : decodeCol(letters) + 1;
}
