import {
  fromDocument,
  type CalendarYear,
  type Entry,
  type EntryForm,
  type EntryHead,
} from '@ludao/contracts';
import { fieldsOf, type Field } from '@ludao/rules/entries';

type Topic = EntryForm['topic'];
/** Texts as they are typed; several values as a list, a group as a draft of its own. */
export type RowDraft = { readonly [field: string]: RowValue };
export type RowValue = string | readonly string[] | readonly RowDraft[] | RowDraft | null;

export interface DocumentDraft {
  readonly district: string | null;
  readonly sourceTitle: string;
  readonly sourceNo: string;
  readonly issuer: string;
  readonly sourceDate: string;
  readonly sourceWhere: string;
  readonly layer: EntryForm['layer'];
  readonly confidence: EntryForm['confidence'];
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
}
export type DocumentField = keyof DocumentDraft;

export interface Draft {
  readonly topic: Topic;
  readonly document: DocumentDraft;
  readonly rows: readonly RowDraft[];
  readonly wholeList: boolean;
  readonly supersedes: string | null;
}

const COUNTY_NAMES: Readonly<Record<string, string>> = {
  '330600': 'shaoxing',
  '330602': 'yuecheng',
  '330603': 'keqiao',
  '330604': 'shangyu',
  '330624': 'xinchang',
  '330681': 'zhuji',
  '330683': 'shengzhou',
};

/** The fields that a form asks of a row: not what the document says already. */
export function askedFields(topic: Topic): readonly Field[] {
  const told = fromDocument(topic);
  return fieldsOf(topic).filter(({ name }) => !(name in told) || topic === 'calendar');
}

export function emptyDocument(districts: readonly string[]): DocumentDraft {
  return {
    district: districts.length === 1 ? (districts[0] ?? null) : null,
    sourceTitle: '',
    sourceNo: '',
    issuer: '',
    sourceDate: '',
    sourceWhere: '',
    layer: 'MUNICIPAL_NORMATIVE',
    confidence: 'verified',
    effectiveFrom: '',
    effectiveTo: '',
  };
}

export function emptyDraft(topic: Topic, districts: readonly string[]): Draft {
  const document = emptyDocument(districts);
  const national = { layer: 'MINISTRY_NORMATIVE', issuer: '国务院办公厅' } as const;
  return {
    topic,
    document: topic === 'calendar' ? { ...document, ...national } : document,
    rows: [emptyRow(askedFields(topic))],
    wholeList: topic === 'calendar',
    supersedes: null,
  };
}

export function emptyRow(fields: readonly Field[]): RowDraft {
  return Object.fromEntries(fields.map((field) => [field.name, emptyValue(field)]));
}

function emptyValue({ kind, required, fields }: Field): RowValue {
  if (kind === 'texts' || kind === 'rows') return [];
  if (kind === 'group') return required ? emptyRow(fields) : null;
  return '';
}

/** A new version begins as the one it takes the place of, with days of its own. */
export function nextVersion(entry: Entry): Draft {
  const { topic, district, wholeList, id: supersedes } = entry;
  return {
    topic,
    wholeList,
    supersedes,
    document: {
      district,
      sourceTitle: entry.sourceTitle,
      sourceNo: entry.sourceNo,
      issuer: entry.issuer,
      sourceDate: entry.sourceDate ?? '',
      sourceWhere: entry.sourceWhere,
      layer: entry.layer,
      confidence: entry.confidence,
      effectiveFrom: '',
      effectiveTo: '',
    },
    rows: entry.entries.map((row) => draftOf(row, askedFields(topic))),
  };
}

/** A year's moved days as they stand; what an entry brought is taken the place of by a new version. */
export function yearDraft(
  year: number,
  days: CalendarYear['days'],
  entry: Pick<EntryHead, 'id' | 'district'> | null,
  districts: readonly string[],
): Draft {
  const draft = emptyDraft('calendar', districts);
  const moved = days.filter(({ kind }) => kind === 'HOLIDAY' || kind === 'MAKE_UP');
  const rows = moved.map(({ date, kind, name }) => ({ date, kind, name: name ?? '' }));
  const first = { date: `${year}-01-01`, kind: 'HOLIDAY', name: '元旦' };
  return {
    ...draft,
    document: { ...draft.document, district: entry?.district ?? draft.document.district },
    rows: rows.length > 0 ? rows : [first],
    supersedes: entry?.id ?? null,
  };
}

function draftOf(row: Readonly<Record<string, unknown>>, fields: readonly Field[]): RowDraft {
  return Object.fromEntries(
    fields.map((field): [string, RowValue] => {
      const value = row[field.name];
      if (value === null || value === undefined) return [field.name, emptyValue(field)];
      if (field.kind === 'group') return [field.name, draftOf(value as RowDraft, field.fields)];
      if (field.kind === 'rows') {
        const inner = value as readonly RowDraft[];
        return [field.name, inner.map((part) => draftOf(part, field.fields))];
      }
      if (field.kind === 'texts') return [field.name, (value as readonly unknown[]).map(String)];
      return [field.name, textOf(value)];
    }),
  );
}

/** 柯政办发〔2026〕8号 of Keqiao → keqiao-2026-8 */
export function makeId(district: string | null, documentNo: string): string {
  const words =
    documentNo
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  if (words.length === 0) return '';
  return [COUNTY_NAMES[district ?? ''] ?? district ?? '', ...words].filter(Boolean).join('-');
}

/** Paths of fields that have to be filled in, each beginning with the number of its row. */
export function missingIn(draft: Draft): readonly (string | number)[][] {
  const walk = (
    row: RowDraft,
    fields: readonly Field[],
    path: readonly (string | number)[],
  ): (string | number)[][] =>
    fields.flatMap(({ name, kind, required, fields: inner }) => {
      const value = row[name] ?? null;
      const own = [...path, name];
      if (kind === 'group') return value === null ? [] : walk(value as RowDraft, inner, own);
      if (kind === 'rows') {
        return (value as readonly RowDraft[]).flatMap((part, at) =>
          walk(part, inner, [...own, at]),
        );
      }
      const isEmpty = Array.isArray(value) ? value.length === 0 : textOf(value).trim() === '';
      return required && isEmpty ? [own] : [];
    });
  return draft.rows.flatMap((row, index) => walk(row, askedFields(draft.topic), [index]));
}

export function missingInDocument(document: DocumentDraft, topic: Topic): readonly DocumentField[] {
  const needed: readonly DocumentField[] = [
    'district',
    'sourceTitle',
    'sourceNo',
    'issuer',
    ...(topic === 'calendar' ? [] : (['effectiveFrom'] as const)),
  ];
  return needed.filter((field) => (document[field] ?? '').trim() === '');
}

/** The document as it is sent; a calendar holds from its first day on by itself. */
export function documentOf(draft: DocumentDraft, fallbackDay: string) {
  return {
    district: draft.district ?? '',
    sourceTitle: draft.sourceTitle.trim(),
    sourceNo: draft.sourceNo.trim(),
    issuer: draft.issuer.trim(),
    sourceDate: draft.sourceDate || null,
    sourceWhere: draft.sourceWhere.trim(),
    layer: draft.layer,
    confidence: draft.confidence,
    effectiveFrom: draft.effectiveFrom || fallbackDay,
    effectiveTo: draft.effectiveTo || null,
  };
}

export function formOf({ topic, document, rows, wholeList, supersedes }: Draft): EntryForm {
  const entries = rows.map((row) => toEntry(row, askedFields(topic)));
  const firstDay = topic === 'calendar' ? textOf(rows[0]?.['date']) : '';
  return { ...documentOf(document, firstDay), topic, wholeList, supersedes, entries };
}

function toEntry(row: RowDraft, fields: readonly Field[]): EntryForm['entries'][number] {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const { name, kind } = field;
    const value = row[name] ?? null;
    if (kind === 'rows') {
      return [[name, (value as readonly RowDraft[]).map((part) => toEntry(part, field.fields))]];
    }
    if (kind === 'group') {
      return value === null ? [] : [[name, toEntry(value as RowDraft, field.fields)]];
    }
    if (kind === 'texts') {
      const words = (value as readonly string[]).map((word) => word.trim()).filter(Boolean);
      // A list that may be left out is not the same as an empty one.
      return words.length === 0 && !field.required ? [] : [[name, words]];
    }
    const text = textOf(value).trim();
    if (text === '') return [];
    return [[name, kind === 'number' && /^\d+$/.test(text) ? Number(text) : text]];
  });
  return Object.fromEntries(entries) as EntryForm['entries'][number];
}

/** What is neither text nor number is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
