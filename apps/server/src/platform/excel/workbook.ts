import { posix } from 'node:path';
import type { Archive } from './archive.ts';
import { SheetRefused } from './refusal.ts';
import { parseXml, type XmlHandlers } from './xml.ts';

/** What the parts besides the sheets say. Part names are in small letters, without a first slash. */
export interface WorkbookParts {
  /** The visible sheets, in the order of their tabs. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Day 0 is 1904-01-01 instead of 1899-12-30: old Macintosh workbooks. */
  readonly date1904: boolean;
  readonly styles: string | null;
  readonly sharedStrings: string | null;
}

const CONTENT_TYPES = '[content_types].xml';
const WORKBOOK_TYPES = /spreadsheetml\.(sheet|template)\.main\+xml$/;
const MACRO_PART = /vbaproject[^/]*\.bin$|(^|\/)(macrosheets|activex|dialogsheets)\//;
const EXTERNAL_PART = /(^|\/)externallinks\/[^/]+\.xml$|(^|\/)connections\.xml$/;
/** Of a part whose findings are kept: the index is small in every honest file. */
const INDEX_BYTES = 4 * 1024 * 1024;

/** @throws SheetRefused when this is no workbook, or one with macros or links to other files */
export async function readWorkbook(archive: Archive): Promise<WorkbookParts> {
  refuseByNames(archive.names);
  const typeOf = await readContentTypes(archive);
  const [main] = await readRelations(archive, '');
  const workbook = main?.find(({ type }) => type === 'officeDocument')?.target;
  if (!workbook) throw new SheetRefused('NOT_A_SPREADSHEET');
  refuseByType(typeOf(workbook));

  const found: { name: string; id: string; visible: boolean }[] = [];
  let date1904 = false;
  await readIndex(archive, workbook, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const visible = (attributes['state'] ?? 'visible') === 'visible';
      found.push({ name: attributes['name'] ?? '', id, visible });
    },
  });
  const [relations, byId] = await readRelations(archive, workbook);
  const sheets = found.flatMap(({ name, id, visible }) => {
    const relation = byId.get(id);
    return visible && relation?.type === 'worksheet' ? [{ name, part: relation.target }] : [];
  });
  const part = (type: string) => relations.find((one) => one.type === type)?.target ?? null;
  return { sheets, date1904, styles: part('styles'), sharedStrings: part('sharedStrings') };
}

function refuseByNames(names: readonly string[]): void {
  const macros = names.find((name) => MACRO_PART.test(name));
  if (macros !== undefined) throw new SheetRefused('HAS_MACROS', { part: macros });
  const link = names.find((name) => EXTERNAL_PART.test(name));
  if (link !== undefined) throw new SheetRefused('HAS_EXTERNAL_LINKS', { part: link });
  if (names.includes(CONTENT_TYPES)) return;
  const openDocument = names.includes('mimetype') && names.includes('content.xml');
  throw new SheetRefused(openDocument ? 'OPEN_DOCUMENT' : 'NOT_A_SPREADSHEET');
}

function refuseByType(type: string): void {
  if (WORKBOOK_TYPES.test(type)) return;
  if (type.includes('sheet.binary')) throw new SheetRefused('BINARY_WORKBOOK');
  if (type.includes('macroEnabled')) throw new SheetRefused('HAS_MACROS', { part: CONTENT_TYPES });
  throw new SheetRefused('NOT_A_SPREADSHEET');
}

async function readContentTypes(archive: Archive): Promise<(part: string) => string> {
  const byPart = new Map<string, string>();
  const byExtension = new Map<string, string>();
  await readIndex(archive, CONTENT_TYPES, {
    open(name, { PartName = '', Extension = '', ContentType = '' }) {
      if (name === 'Override') byPart.set(PartName.toLowerCase().replace(/^\//, ''), ContentType);
      if (name === 'Default') byExtension.set(Extension.toLowerCase(), ContentType);
    },
  });
  return (part) => byPart.get(part) ?? byExtension.get(posix.extname(part).replace('.', '')) ?? '';
}

interface Relation {
  /** The last word of its type, which transitional and strict files share. */
  readonly type: string;
  readonly target: string;
}

/** @param part '' for the package itself */
async function readRelations(
  archive: Archive,
  part: string,
): Promise<[readonly Relation[], ReadonlyMap<string, Relation>]> {
  const { dir, base } = posix.parse(part);
  const byId = new Map<string, Relation>();
  const name = posix.join(dir, '_rels', `${base}.rels`);
  if (!archive.names.includes(name)) throw new SheetRefused('NOT_A_SPREADSHEET');
  await readIndex(archive, name, {
    open(tag, { Id = '', Type = '', Target = '', TargetMode }) {
      if (tag !== 'Relationship' || TargetMode === 'External') return;
      const target = posix.join('/', Target.startsWith('/') ? '' : dir, Target).slice(1);
      byId.set(Id, { type: posix.basename(Type), target: target.toLowerCase() });
    },
  });
  return [Array.from(byId.values()), byId];
}

async function readIndex(archive: Archive, part: string, handlers: XmlHandlers): Promise<void> {
  await parseXml(part, archive.read(part, INDEX_BYTES), handlers);
}
