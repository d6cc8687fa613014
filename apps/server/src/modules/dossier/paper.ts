import { readFileSync } from 'node:fs';
import {
  DISTRICTS,
  DOSSIER_SUBJECTS,
  type DossierBlock,
  type DossierCell,
  type DossierEvent,
  type DossierValue,
  type DossierView,
} from '@ludao/contracts';
import { dossierPdfZh as words } from '@ludao/contracts/dossier-zh';
import { encode } from 'uqr';
import { toPrintable } from '../../platform/pdf.ts';
import type { Session } from '../../platform/session.ts';

/** How each kind of block is set; the only typst source, and no word of a file is ever in it. */
export const TEMPLATE = readFileSync(new URL('./dossier.typ', import.meta.url), 'utf8');

interface Printing {
  readonly by: Pick<Session, 'personName' | 'posts'>;
  readonly now: Date;
  /** Where the file of this moment is, for whoever may see it: what the code on the paper holds. */
  readonly address: string;
}

/** The file as the template is handed it: the same content as the page, in Chinese. */
export function paperOf(file: DossierView, { by, now, address }: Printing) {
  const { subject, asOf, sections, digest, demo } = file;
  const [post] = by.posts;
  const office = post ? `${post.organisation.name}　${post.title}` : '';
  return eachText({
    title: DOSSIER_SUBJECTS[subject.kind].zh,
    name: subject.name,
    code: subject.creditCode,
    publisher: words.publisher,
    demo: demo ? { mark: words.demo, text: words.demoText } : null,
    head: [
      [words.asOf, dayZh(asOf)],
      [words.printedAt, momentZh(now.toISOString())],
      [words.printedBy, `${by.personName}　${office}`],
      [words.digest, digest],
    ],
    foot: { digest: `${words.digest} ${digest.slice(0, 16)}`, day: dayZh(asOf) },
    page: words.page,
    qr: { rows: encode(address, { ecc: 'M', border: 0 }).data.map(bits), hint: words.qrHint },
    sections: sections.map(({ title, blocks, fault }) => ({
      title: title.zh,
      fault: fault === null ? null : words.failed,
      blocks: blocks.map(blockZh),
    })),
    closing: words.closing,
  });
}

function bits(row: readonly boolean[]): string {
  return row.map((on) => (on ? '1' : '0')).join('');
}

function blockZh(it: DossierBlock) {
  switch (it.kind) {
    case 'facts':
      return {
        kind: it.kind,
        rows: it.rows.map(({ name, value }) => [name.zh, cellZh(value) || words.unknown]),
      };
    case 'table':
      return {
        kind: it.kind,
        columns: it.columns.map(({ title, end }) => ({ title: title.zh, end })),
        rows: it.rows.map((row) => row.map((one) => cellZh(one) || words.none)),
        empty: it.empty.zh,
      };
    case 'note':
      return { kind: it.kind, text: it.zh };
    case 'timeline':
      return {
        kind: it.kind,
        events: it.events.map(eventZh),
        empty: words.noEvents,
        more: it.next === null ? null : words.moreEvents,
      };
  }
}

function eventZh({ name, occurredAt, actor, facts }: DossierEvent) {
  return {
    name: name.zh,
    at: momentZh(occurredAt),
    actor: actor ?? words.program,
    facts: facts.map(({ name: fact, was, value }) => [
      fact.zh,
      was === null ? null : cellZh(was) || words.blank,
      cellZh(value) || words.blank,
    ]),
  };
}

function cellZh(values: DossierCell): string {
  return values.map(valueZh).join('；');
}

function valueZh(value: DossierValue): string {
  switch (value.kind) {
    case 'text':
    case 'link':
      return value.text;
    case 'words':
    case 'mark':
      return value.zh;
    case 'code':
      return value.code;
    case 'day':
      return dayZh(value.day);
    case 'span':
      return spanZh(value);
    case 'number':
      return `${value.value.toLocaleString('zh-CN')}${value.unit ? ` ${value.unit.zh}` : ''}`;
    case 'county':
      return countyZh(value.code);
    case 'industry':
      return `${value.code} ${value.name}`;
  }
}

function spanZh({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  const begins = from === null ? words.unknown : dayZh(from);
  return to === null ? `${begins}${words.onwards}` : `${begins}${words.until}${dayZh(to)}`;
}

export function countyZh(code: string): string {
  return code in DISTRICTS ? DISTRICTS[code as keyof typeof DISTRICTS].zh : code;
}

function dayZh(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function momentZh(iso: string): string {
  return moment.format(new Date(iso));
}

/** The same value with every text in it as the font can show it. */
function eachText<T>(value: T): T {
  if (typeof value === 'string') return toPrintable(value) as T;
  if (Array.isArray(value)) return value.map((part: unknown) => eachText(part)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, eachText(part)])) as T;
}

/** RFC 6266: the Chinese name for every browser of today, an ASCII one for the rest. */
export function attachmentOf({ subject, asOf }: DossierView): string {
  const name = `${DOSSIER_SUBJECTS[subject.kind].zh}-${subject.name}-${asOf}.pdf`;
  const coded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="file-${asOf}.pdf"; filename*=UTF-8''${coded}`;
}
