import { BLACK_BAR, checkCreditCode, type DocumentPaper, type PublicMark } from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';

/** A paragraph of a paper that may be blacked out in part. */
export interface Part {
  readonly kind: 'title' | 'addressee' | 'body' | 'remedy' | 'contact';
  readonly text: string;
}

/** What the public reads of a paper. */
export type PublicPaper = Pick<
  DocumentPaper,
  'issuer' | 'number' | 'title' | 'addressee' | 'body' | 'remedies' | 'day' | 'contact'
>;

/** Paragraphs in the order of the paper; a mark names one by its place. */
export function partsOf({ title, addressee, body, remedies, contact }: PublicPaper): Part[] {
  return [
    { kind: 'title', text: title },
    { kind: 'addressee', text: addressee },
    ...body.map((text): Part => ({ kind: 'body', text })),
    ...remedies.map((text): Part => ({ kind: 'remedy', text })),
    { kind: 'contact', text: contact },
  ];
}

/** A mark outside its paragraph, through the middle of a character, or over another one. */
export function marksFault(
  parts: readonly Part[],
  marks: readonly PublicMark[],
): Refusal | undefined {
  const sorted = inOrder(marks);
  for (const [at, { paragraph, from, to }] of sorted.entries()) {
    const text = parts[paragraph]?.text;
    const isInside = text !== undefined && from < to && to <= text.length;
    if (!isInside || isSplit(text, from) || isSplit(text, to)) {
      return refuse('MARK_OUTSIDE', { field: 'marks', value: paragraph }, 422);
    }
    const next = sorted[at + 1];
    if (next?.paragraph === paragraph && next.from < to) {
      return refuse('MARKS_OVERLAP', { field: 'marks', value: paragraph }, 422);
    }
  }
  return undefined;
}

function isSplit(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
}

/** The paper with a bar of the same width in place of whatever is marked. */
export function blacken(paper: PublicPaper, marks: readonly PublicMark[]): PublicPaper {
  const texts = partsOf(paper).map(({ text }) => text);
  for (const { paragraph, from, to } of inOrder(marks).reverse()) {
    const text = texts[paragraph]!;
    texts[paragraph] = text.slice(0, from) + BLACK_BAR + text.slice(to);
  }
  const [title, addressee, ...rest] = texts as [string, string, ...string[]];
  const { issuer, number, day, body, remedies } = paper;
  return {
    issuer,
    number,
    day,
    title,
    addressee,
    body: rest.slice(0, body.length),
    remedies: rest.slice(body.length, body.length + remedies.length),
    contact: rest.at(-1)!,
  };
}

const PATTERNS: readonly { readonly find: RegExp; readonly ground: PublicMark['ground'] }[] = [
  {
    find: /(?:法定代表人|负责人|联系人|经营者)(?:为|是|[：:）)\s])*(?<secret>\p{Script=Han}[\p{Script=Han}·]{1,3}?)(?=[，。；、（(,.;\s]|$)/gu,
    ground: 'PERSONAL',
  },
  { find: /(?<![\dA-Z])(?<secret>1[3-9]\d{9})(?!\d)/g, ground: 'PERSONAL' },
  { find: /(?<![\dA-Z])(?<secret>0\d{2,3}[-－ ]?\d{7,8})(?!\d)/g, ground: 'PERSONAL' },
  { find: /(?<![\dA-Z])(?<secret>[1-8]\d{16}[\dXx])(?![\dA-Za-z])/g, ground: 'PERSONAL' },
  {
    find: /(?:账号|帐号|账户|卡号)(?:为|是|：|:|\s)*(?<secret>\d(?:[ -]?\d){9,24})/g,
    ground: 'TRADE_SECRET',
  },
];

/**
 * What a person will most likely black out: names after an office held, telephones, identity cards
 * and bank accounts. A unified credit code is public; so is how the office itself is reached.
 */
export function proposeMarks(parts: readonly Part[]): PublicMark[] {
  const found = parts.flatMap(({ kind, text }, paragraph) =>
    kind === 'contact' || kind === 'remedy'
      ? []
      : PATTERNS.flatMap(({ find, ground }) =>
          [...text.matchAll(find)].flatMap((match) => {
            const secret = match.groups!['secret']!;
            if (secret.length === 18 && !isIdentityCard(secret)) return [];
            const from = match.index + match[0].lastIndexOf(secret);
            return [{ paragraph, from, to: from + secret.length, ground }];
          }),
        ),
  );
  return inOrder(found).filter(
    (mark, at, all) =>
      !all.slice(0, at).some((one) => one.paragraph === mark.paragraph && mark.from < one.to),
  );
}

/** GB 11643: a day of birth in it; a credit code of figures alone has none, or is a valid one. */
function isIdentityCard(text: string): boolean {
  const born = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const date = new Date(`${born}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(born);
  return /^(19|20)/.test(born) && isDay && !checkCreditCode(text).ok;
}

function inOrder(marks: readonly PublicMark[]): PublicMark[] {
  return [...marks].sort((one, other) => one.paragraph - other.paragraph || one.from - other.from);
}
