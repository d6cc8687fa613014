import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a ZIP for tests; what it says of itself may be a lie. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  /** In place of the true number of bytes, unpacked. */
  readonly declared?: number;
  readonly checksum?: number;
  readonly flags?: number;
  readonly method?: number;
}

/** A ZIP made by hand, because no library writes the broken ones. */
export function aZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content as string);
    const packed = deflateRawSync(content, { level: 1 });
    const name = Buffer.from(part.name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(part.flags ?? 0, 2);
    about.writeUInt16LE(part.method ?? 8, 4);
    about.writeUInt32LE(part.checksum ?? crc32(content), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(part.declared ?? content.length, 18);
    about.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, name, packed]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), about, place, name]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from('PK\u0005\u0006'), end]);
}

export interface WorkbookForTest {
  /** What stands between <sheetData> and its end. */
  readonly rows?: string | Buffer;
  readonly afterRows?: string;
  readonly sheetPart?: string | Buffer;
  /** The whole <sheets> of the workbook. */
  readonly sheets?: string;
  readonly workbookPr?: string;
  readonly sharedTexts?: string;
  readonly styles?: string;
  readonly contentType?: string;
  readonly more?: readonly ZipPart[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const XLSX_TYPE =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** The parts of a small workbook with one sheet, 名单. */
export function workbookParts(options: WorkbookForTest = {}): ZipPart[] {
  const { rows = '', afterRows = '', sharedTexts = '', styles = '' } = options;
  const sheet = Buffer.concat([
    Buffer.from(`<worksheet xmlns="${MAIN}"><sheetData>`),
    Buffer.from(rows as string),
    Buffer.from(`</sheetData>${afterRows}</worksheet>`),
  ]);
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${options.contentType ?? XLSX_TYPE}"/></Types>`,
    },
    { name: '_rels/.rels', content: relations('', 'officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${options.workbookPr ?? ''}/>${
        options.sheets ?? '<sheets><sheet name="名单" sheetId="1" r:id="worksheet"/></sheets>'
      }</workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation('sharedStrings', '/xl/sharedStrings.xml') + relation('styles', 'styles.xml'),
        'worksheet',
        'worksheets/sheet1.xml',
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', content: options.sheetPart ?? sheet },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${sharedTexts}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` },
    ...(options.more ?? []),
  ];
}

export function aWorkbook(options: WorkbookForTest = {}): Buffer {
  return aZip(workbookParts(options));
}

/** A row of cells, each of them XML or a text; '' is no cell. */
export function aRow(...cells: readonly string[]): string {
  return `<row>${cells.map((cell) => (cell.startsWith('<c') ? cell : anInlineText(cell))).join('')}</row>`;
}

export function anInlineText(text: string): string {
  return text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}

export function aNumber(value: string, style = 0): string {
  return `<c s="${style}"><v>${value}</v></c>`;
}

function relations(others: string, type: string, target: string): string {
  return `<Relationships xmlns="${RELATIONS}">${others}${relation(type, target)}</Relationships>`;
}

function relation(type: string, target: string): string {
  return `<Relationship Id="${type}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}
