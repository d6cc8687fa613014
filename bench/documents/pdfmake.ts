import { dayZh } from '@ludao/contracts';
import pdfmake from 'pdfmake';
import { PDF_FONT } from '../../apps/server/src/platform/paths.ts';
import { ORIGIN, type Notice } from './notices.ts';

pdfmake.setFonts({ Noto: { normal: PDF_FONT } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === PDF_FONT);

const mm = (millimetres: number) => (millimetres / 25.4) * 72;
const RED = '#c8102e';
const WIDTH = mm(156);
/** From line to line 29 pt; the font is 1.448 as high as its size. */
const PITCH = 29 / (16 * 1.448);

/** The same parts in the same sizes and places, as far as pdfmake has them. */
export function setByPdfmake(notice: Notice): Promise<Buffer> {
  const { issuer, number, title, addressee, body, day, contact, verification } = notice;
  const rule = (lineWidth: number, lineColor: string) => ({
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth, lineColor }],
  });
  const centred = { alignment: 'center' };
  const closing = [
    `联系方式：${contact}`,
    `核验码：${verification}`,
    '扫码可核验文号、日期和状态。',
  ];
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [mm(28), mm(37), mm(26), mm(35)],
      info: { title, author: issuer },
      defaultStyle: { font: 'Noto', fontSize: 16, lineHeight: PITCH },
      footer: (now: number) => ({
        text: `— ${now} —`,
        fontSize: 14,
        alignment: now % 2 === 1 ? 'right' : 'left',
        margin: [mm(28), 20, mm(26), 0],
      }),
      content: [
        { text: issuer, fontSize: 36, color: RED, lineHeight: 1, ...centred },
        { text: number, ...centred, margin: [0, 14, 0, 0] },
        rule(1.6, RED),
        { text: title, fontSize: 22, lineHeight: 1, ...centred, margin: [0, 26, 0, 26] },
        { text: `${addressee}：` },
        ...body.map((text) => ({ text, leadingIndent: 32, alignment: 'justify' })),
        { text: issuer, alignment: 'right', margin: [0, 44, 64, 0] },
        { text: dayZh(day), alignment: 'right', margin: [0, 0, 64, 30] },
        rule(0.6, '#000000'),
        {
          fontSize: 10.5,
          lineHeight: 1,
          columns: [
            closing.map((text) => ({ text, margin: [0, 3, 0, 3] })),
            {
              qr: `${ORIGIN}/verify/${verification}`,
              fit: mm(20),
              eccLevel: 'M',
              width: 'auto',
            },
          ],
        },
      ],
    })
    .getBuffer();
}
