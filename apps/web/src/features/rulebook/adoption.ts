import type { Entry, EntryForm } from '@ludao/contracts';

/** The form of an adoption 采纳文件 while it is filled in. */
export interface Draft {
  readonly id: string;
  readonly reliefs: readonly string[];
  readonly district: string | null;
  readonly adoptedBy: string;
  readonly documentNo: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly arrangementNo: string;
  readonly sourceTitle: string;
  readonly sourceNo: string;
  readonly supersedes: string | null;
}
export type DraftField = Exclude<keyof Draft, 'supersedes'>;

const COUNTY_NAMES: Readonly<Record<string, string>> = {
  '330600': 'shaoxing',
  '330602': 'yuecheng',
  '330603': 'keqiao',
  '330604': 'shangyu',
  '330624': 'xinchang',
  '330681': 'zhuji',
  '330683': 'shengzhou',
};
const ID = /^[a-z0-9][a-z0-9-]*$/;

export function emptyDraft(districts: readonly string[]): Draft {
  return {
    id: '',
    reliefs: [],
    district: districts.length === 1 ? (districts[0] ?? null) : null,
    adoptedBy: '',
    documentNo: '',
    title: '',
    from: '',
    to: '',
    arrangementNo: '',
    sourceTitle: '',
    sourceNo: '',
    supersedes: null,
  };
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

/** An adoption as it stands in an entry's body; what is not there is empty. */
export function adoptionOf({ body }: Pick<Entry, 'body'>) {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const reliefs = Array.isArray(body['reliefs']) ? body['reliefs'].map(String) : [];
  return {
    id: text('id'),
    reliefs,
    adoptedBy: text('adoptedBy'),
    documentNo: text('documentNo'),
    title: text('title'),
    from: text('from'),
    to: text('to'),
    arrangementNo: text('provincialArrangementNo'),
  };
}

/** A new version begins as the old one, with days of its own. */
export function nextVersion(entry: Entry): Draft {
  const { sourceTitle, sourceNo, district, id: supersedes } = entry;
  return { ...adoptionOf(entry), from: '', district, sourceTitle, sourceNo, supersedes };
}

/**
 * The fields that the person has to put right before anything is sent. `arranged` are the reliefs
 * that count only with the number of a provincial arrangement.
 */
export function wrongIn(draft: Draft, arranged: readonly string[]): readonly DraftField[] {
  const wrong: Readonly<Partial<Record<DraftField, boolean>>> = {
    reliefs: draft.reliefs.length === 0,
    district: draft.district === null,
    title: draft.title.trim().length < 2,
    documentNo: draft.documentNo.trim() === '',
    adoptedBy: draft.adoptedBy.trim() === '',
    id: !ID.test(draft.id),
    from: draft.from === '',
    to: draft.to !== '' && draft.to < draft.from,
    arrangementNo:
      draft.arrangementNo.trim() === '' && draft.reliefs.some((id) => arranged.includes(id)),
  };
  return (Object.keys(wrong) as DraftField[]).filter((field) => wrong[field]);
}

/** What is sent; the source is the document itself unless another one is named. */
export function formOf(draft: Draft): EntryForm {
  const [title, documentNo] = [draft.title.trim(), draft.documentNo.trim()];
  const district = draft.district ?? '';
  return {
    topic: 'adoptions',
    district,
    sourceTitle: draft.sourceTitle.trim() || title,
    sourceNo: draft.sourceNo.trim() || documentNo,
    supersedes: draft.supersedes,
    body: {
      id: draft.id,
      reliefs: [...draft.reliefs],
      jurisdiction: district,
      adoptedBy: draft.adoptedBy.trim(),
      documentNo,
      title,
      from: draft.from,
      to: draft.to || null,
      objects: null,
      provincialArrangementNo: draft.arrangementNo.trim() || null,
    },
  };
}

/** Where the server's refusals point to. */
const FIELD_OF_CODE: Readonly<Record<string, DraftField>> = {
  ENTRY_RELIEF_UNKNOWN: 'reliefs',
  ENTRY_OTHER_DISTRICT: 'district',
  DISTRICT_OUT_OF_REACH: 'district',
  ENTRY_ENDS_BEFORE_START: 'to',
  ENTRY_WAITING: 'id',
  ENTRY_KEY_TAKEN: 'id',
};

export function fieldOfCode(code: string): DraftField | null {
  return FIELD_OF_CODE[code] ?? null;
}
