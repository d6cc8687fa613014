import type { ArchiveItem, DocumentView } from '@ludao/contracts';
import { DOCUMENT_EFFECTS } from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';
import type { Tx } from '../../../platform/db.ts';
import type { Files, TakenFile } from '../../../platform/files/index.ts';
import { checksumsOf, hashOf, manifestOf, safeName, zipOf } from '../../../platform/pack.ts';
import type { PdfPress } from '../../../platform/pdf.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/refusal.ts';
import type { StoredDocument } from '../model.ts';
import { DOCUMENT_TEMPLATE, documentData, RECEIPT_TEMPLATE, receiptData } from '../paper/paper.ts';
import { endingOf, itemOf, pagesOf, type Packed } from './pack.ts';
import type { StoredVolume } from './model.ts';

interface Paper {
  readonly document: StoredDocument;
  readonly view: DocumentView;
}

/** What a volume held when it was read. */
export interface Contents {
  readonly volume: StoredVolume;
  readonly office: string;
  /** For how long it will be kept; null is for ever. */
  readonly years: number | null;
  readonly found: readonly StoredDocument[];
  /** Those with a paper to keep, in the order of the volume. */
  readonly papers: readonly Paper[];
}

type Scoped = <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>;

export interface Packing {
  readonly press: PdfPress;
  readonly files: Pick<Files, 'find' | 'read' | 'keep'>;
  readonly scoped: Scoped;
  readonly now: Date;
  readonly isDemo: boolean;
  /** Of the address in a paper's code. */
  readonly origin: string;
}

interface Filed {
  readonly taken: TakenFile;
  readonly items: readonly ArchiveItem[];
}

/**
 * Sets, gathers, hashes and packs the papers of a volume; no transaction is open meanwhile.
 * @returns SCAN_MISSING or SCAN_ALTERED with the document where a scan is not what was recorded
 */
export async function fileVolume(contents: Contents, packing: Packing): Promise<Filed | Refusal> {
  const { volume, office, years, papers } = contents;
  const files: Packed[] = [];
  const rows: ContentsRow[] = [];
  for (const [at, paper] of papers.entries()) {
    const gathered = await gather(paper, at + 1, packing);
    if (isRefusal(gathered)) return gathered;
    files.push(...gathered);
    rows.push(rowOf(paper, at + 1, pagesOf(gathered[0]!.bytes)));
  }
  const list = { path: '卷内目录.xlsx', bytes: await writeContents(rows), document: null };
  const items = [list, ...files].map(itemOf);
  const about = {
    volume: volume.id,
    title: volume.title,
    subject: volume.subjectName,
    office,
    openedOn: volume.openedOn,
    retentionYears: years,
  };
  const manifest = { path: '清单.json', bytes: manifestOf(about, items), document: null };
  const all = [...items, itemOf(manifest)];
  const sums = { path: 'SHA256SUMS.txt', bytes: checksumsOf(all), document: null };
  const zip = await zipOf([list, ...files, manifest, sums]);
  const name = safeName(volume.title, 'zip');
  return { taken: await packing.files.keep(zip, name, 'ZIP', packing.now), items: all };
}

/** The frozen paper first, then its stamped scan and what proves that it was served. */
async function gather(
  { document, view }: Paper,
  nth: number,
  packing: Packing,
): Promise<readonly Packed[] | Refusal> {
  const { press, isDemo, origin } = packing;
  const lead = `${String(nth).padStart(3, '0')} ${view.number ?? ''} ${view.title}`;
  const files: Packed[] = [];
  const add = (what: string, content: Buffer, ending: string) => {
    // The kind of file is said before the title, which may be cut.
    const path = `文件/${safeName(lead.replace(/^(\d+) /, `$1${what} `), ending)}`;
    files.push({ path, bytes: content, document: document.id });
  };
  add('', await press.print(DOCUMENT_TEMPLATE, documentData(view, origin, isDemo)), 'pdf');
  if (document.sealFile !== null) {
    const scan = await open(document.sealFile, packing);
    if (!scan) return refuse('SCAN_MISSING', { value: view.title, document: document.id });
    if (hashOf(scan) !== document.sealSha256) {
      return refuse('SCAN_ALTERED', { value: view.title, document: document.id });
    }
    add('-用印件', scan, endingOf(scan) ?? 'bin');
  }
  for (const [at, delivery] of view.deliveries.entries()) {
    const what = `-送达回证${at + 1}`;
    if (delivery.receiptFile !== null) {
      const scan = await open(delivery.receiptFile, packing);
      if (!scan) return refuse('SCAN_MISSING', { value: view.title, document: document.id });
      add(what, scan, endingOf(scan) ?? 'bin');
    } else if (delivery.outcome === 'SERVED') {
      add(what, await press.print(RECEIPT_TEMPLATE, receiptData(view, isDemo)), 'pdf');
    }
  }
  return files;
}

/** @returns undefined where the file is not on record for this office */
async function open(id: string, { files, scoped }: Packing): Promise<Buffer | undefined> {
  const file = await scoped((tx) => files.find(tx, id));
  return file && files.read(file);
}

interface ContentsRow {
  readonly nth: number;
  readonly number: string;
  readonly author: string;
  readonly title: string;
  readonly day: string;
  readonly pages: number;
  readonly note: string;
}

function rowOf({ view }: Paper, nth: number, pages: number): ContentsRow {
  const follower = view.followedBy.find(({ effect }) => effect === view.effect);
  return {
    nth,
    number: view.number ?? '',
    author: view.paper.issuer || view.office,
    title: view.title,
    day: view.signedOn ?? '',
    pages,
    note: view.effect
      ? [DOCUMENT_EFFECTS[view.effect].zh, follower?.number ?? ''].join(' ').trim()
      : '',
  };
}

/**
 * 卷内目录 with the columns of DA/T 22-2015 as far as they are known here: the standard's text was not
 * at hand, so its form is not verified.
 */
function writeContents(rows: readonly ContentsRow[]): Promise<Buffer> {
  return writeSheet({
    title: '卷内目录',
    columns: [
      { key: 'nth', heading: '序号', type: 'number', width: 8 },
      { key: 'number', heading: '文号', type: 'text', width: 26 },
      { key: 'author', heading: '责任者', type: 'text', width: 28 },
      { key: 'title', heading: '题名', type: 'text', width: 52 },
      { key: 'day', heading: '日期', type: 'date', width: 14 },
      { key: 'pages', heading: '页数', type: 'number', width: 8 },
      { key: 'note', heading: '备注', type: 'text', width: 28 },
    ],
    rows,
    notes: { title: '说明', lines: ['格式参照 DA/T 22，未与标准原文核对。'] },
  });
}
