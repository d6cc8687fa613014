import { readFileSync } from 'node:fs';
import {
  CERTIFICATE_REASONS,
  CERTIFICATE_STATES,
  dayZh,
  type CertificateView,
} from '@ludao/contracts';
import { renderSVG } from 'uqr';
import { DEMO, eachText } from '../paper/paper.ts';

export const CERTIFICATE_TEMPLATE = readFileSync(
  new URL('./certificate.typ', import.meta.url),
  'utf8',
);

/** Of a certificate what its paper shows. */
export type Shown = Pick<
  CertificateView,
  | 'paper'
  | 'holder'
  | 'number'
  | 'issuedOn'
  | 'state'
  | 'stateOn'
  | 'stateReason'
  | 'record'
  | 'verification'
>;

/**
 * The paper as the typst template is handed it, for the press, outside any transaction.
 * @param origin of the address in its code, for example 'https://ludao.example'
 */
export function certificateData(view: Shown, origin: string, isDemo: boolean) {
  const { paper, record, state, stateOn, stateReason, verification } = view;
  const isWaiting = paper.warnings.length > 0;
  const ended = stateReason === null ? '' : `（${CERTIFICATE_REASONS[stateReason].zh}）`;
  return eachText({
    title: paper.title,
    demo: isDemo ? DEMO : null,
    mark:
      state === 'VALID'
        ? null
        : `本凭证${CERTIFICATE_STATES[state].zh}${stateOn === null ? '' : `，${dayZh(stateOn)}`}${ended}`,
    warnings: isWaiting
      ? [
          ...paper.warnings,
          `${record.system || '官方系统'}给出编号并登记到本平台后，才是有效的备案。`,
        ]
      : [],
    numbers: [
      ...(record.number === null
        ? []
        : [[`${record.system || '官方系统'}编号`, record.number] as const]),
      [record.mode === 'FRONT' ? '内部编号' : '编号', view.number] as const,
    ],
    rows: [
      ['持有人', [view.holder]] as const,
      ...paper.rows.map(
        ({ name, kind, text }) =>
          [name.zh, kind === 'date' ? [dayZh(text)] : text.split('\n')] as const,
      ),
    ],
    body: paper.body,
    day: dayZh(view.issuedOn),
    rests: `依据：${paper.restsOn.map(({ title, article, edition }) => `《${title}》（${edition}）${article}`).join('、')}`,
    note: paper.note,
    closing: [`核验码：${verification}`, '扫码可核验编号、日期和状态。本页由系统生成，无须盖章。'],
    qr: renderSVG(`${origin}/verify/${verification}`, { ecc: 'M', border: 0 }),
  });
}
