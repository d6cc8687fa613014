import { readFileSync } from 'node:fs';
import { dayZh, DOCUMENT_EFFECTS, SERVICE_WAYS, type DocumentView } from '@ludao/contracts';
import { renderSVG } from 'uqr';
import { toPrintable } from '../../../platform/pdf.ts';
import type { StoredPublic } from '../public-version/model.ts';

export const DOCUMENT_TEMPLATE = readFileSync(new URL('./document.typ', import.meta.url), 'utf8');
export const RECEIPT_TEMPLATE = readFileSync(new URL('./receipt.typ', import.meta.url), 'utf8');

const WORDS = { unnumbered: '（签发后编号）', undated: '（签发日期）' };
export const DEMO = '演示数据　非真实文书';

/** Of a document what its paper shows. */
export type Shown = Pick<
  DocumentView,
  'paper' | 'verification' | 'number' | 'office' | 'state' | 'effect' | 'followedBy'
>;

/** The paper as the typst template is handed it. @param origin of the address in its code */
export function documentData(view: Shown, origin: string, isDemo: boolean) {
  return eachText(paperData(view, origin, isDemo));
}

/** What stands on the paper, in the order of the paper, in whatever it is written. */
export function paperData(view: Shown, origin: string, isDemo: boolean) {
  const { paper, verification, state, effect } = view;
  const isSigned = view.number !== null;
  const follower = view.followedBy.find((one) => one.effect === effect);
  const address = verification && `${origin}/verify/${verification}`;
  return {
    issuer: paper.issuer || view.office,
    number: paper.number,
    title: paper.title,
    addressee: paper.addressee,
    body: paper.body,
    remedies: paper.remedies,
    day: paper.day && dayZh(paper.day),
    notes: paper.notes,
    mark:
      effect === null
        ? null
        : `本文书${DOCUMENT_EFFECTS[effect].zh}${follower?.number ? `，见${follower.number}` : ''}`,
    draft: isSigned ? null : state === 'DISCARDED' ? '弃稿' : '草稿',
    demo: isDemo ? DEMO : null,
    words: WORDS,
    closing: [
      ...(paper.contact ? [`联系方式：${paper.contact}`] : []),
      ...(verification ? [`核验码：${verification}`, '扫码可核验文号、日期和状态。'] : []),
    ],
    qr: address && renderSVG(address, { ecc: 'M', border: 0 }),
  };
}

/** The same for the public, out of nothing but what was left for it. */
export function publicData(
  { paper, effect, statement }: Pick<StoredPublic, 'paper' | 'effect' | 'statement'>,
  isDemo: boolean,
) {
  return eachText({
    issuer: paper.issuer,
    number: paper.number,
    title: paper.title,
    addressee: paper.addressee,
    body: paper.body,
    remedies: paper.remedies,
    day: paper.day && dayZh(paper.day),
    notes: [],
    mark: effect === null ? null : `本文书${DOCUMENT_EFFECTS[effect].zh}`,
    draft: null,
    demo: isDemo ? DEMO : null,
    words: WORDS,
    closing: [`公开本：${statement}`, ...(paper.contact ? [`联系方式：${paper.contact}`] : [])],
    qr: null,
  });
}

export type PaperData = ReturnType<typeof paperData>;

/** The sheet that whoever takes the document signs; an open line is left for the pen. */
export function receiptData(view: DocumentView, isDemo: boolean) {
  const served = view.deliveries.find(({ outcome }) => outcome === 'SERVED');
  const said = (text: string | undefined | null) => text ?? '';
  return eachText({
    issuer: view.paper.issuer || view.office,
    title: '送达回证',
    demo: isDemo ? DEMO : null,
    rows: [
      ['送达文书', `《${view.title}》`, false],
      ['文号', said(view.number), false],
      ['受送达人', view.addressee, false],
      ['送达方式', said(served && SERVICE_WAYS[served.way].zh), false],
      ['送达日期', served ? dayZh(served.on) : '　　　　年　　月　　日', false],
      ['收件人签名或盖章', said(served?.receiver), true],
      ['见证人', said(served?.witness), true],
      ['送达人', '', true],
      ['备注', said(served?.note), true],
    ],
    hint: '受送达人拒绝接收的，送达人应当记明拒收事由和日期，由送达人、见证人签名或者盖章，把文书留在受送达人的住所；也可以采用拍照、录像等方式记录送达过程（《中华人民共和国民事诉讼法》第八十九条）。',
  });
}

/** What is to be entered in the official system, in the order of the form; its number is left open. */
export function handOverData(view: DocumentView, isDemo: boolean) {
  const { record, template, fields } = view;
  const served = view.deliveries.find(({ outcome }) => outcome === 'SERVED');
  const said = template.fields.map((field): [string, string, boolean] => {
    const value = fields[field.key] ?? '';
    return [field.name.zh, field.kind === 'date' ? dayZh(value) : value, false];
  });
  return eachText({
    issuer: view.paper.issuer || view.office,
    title: '官方系统录入交接单',
    demo: isDemo ? DEMO : null,
    rows: [
      ['录入系统', record.system || '（未登记，见规则手册“以谁的记录为准”）', false],
      ['文书', `《${view.title}》`, false],
      ['内部编号', view.number ?? '', false],
      ['当事人', view.addressee, false],
      ['签发日期', view.signedOn ? dayZh(view.signedOn) : '', false],
      ...said,
      ['送达日期', served ? dayZh(served.on) : '', false],
      ['官方系统编号', record.number ?? '', true],
      ['录入人、日期', '', true],
    ],
    hint: '预填/内部编号，非法定备案回执。录入后把官方系统给出的编号登记回本平台，该事项才办结。',
  });
}

/** The same value with every text in it as the font can show it. */
export function eachText<T>(value: T): T {
  if (typeof value === 'string') return toPrintable(value) as T;
  if (Array.isArray(value)) return value.map((part: unknown) => eachText(part)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, eachText(part)])) as T;
}
