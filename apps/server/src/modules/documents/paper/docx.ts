import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
} from 'docx';
import type { PaperData } from './paper.ts';

/** Fonts of GB/T 9704-2012, and what stands in where a machine does not have them. */
const FONTS = {
  body: { name: '仿宋_GB2312', others: ['仿宋', 'FangSong', 'STFangsong', 'Noto Serif CJK SC'] },
  head: {
    name: '方正小标宋简体',
    others: ['方正小标宋_GBK', '华文中宋', 'STZhongsong', 'Noto Serif CJK SC'],
  },
  page: { name: '宋体', others: ['SimSun', 'STSong', 'Noto Serif CJK SC'] },
} as const;
const LATIN = 'Times New Roman';

/** Sizes in half points, distances in twentieths of a point. */
const SIZE = { head: 72, title: 44, body: 32, page: 28, small: 21 } as const;
const PITCH = 29 * 20;
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
const RED = 'C8102E';
const GREY = '5A6862';
const MARGIN = {
  top: twips(37),
  bottom: twips(35),
  left: twips(28),
  right: twips(26),
  footer: twips(24),
};

/** The paper for a word processor, laid out after GB/T 9704-2012 as far as its fonts are there. */
export async function writeDocx(paper: PaperData): Promise<Buffer> {
  const document = new Document({
    creator: paper.issuer,
    title: paper.title,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: fontOf('body'), size: SIZE.body, language: { eastAsia: 'zh-CN' } },
          paragraph: {
            spacing: { line: PITCH, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: MARGIN,
          },
        },
        headers: { default: headerOf(paper), even: headerOf(paper) },
        footers: { default: footerOf('right'), even: footerOf('left') },
        children: partsOf(paper),
      },
    ],
  });
  const fonts = { path: 'word/fontTable.xml', data: fontTable() };
  return Packer.toBuffer(document, undefined, [fonts]);
}

function partsOf(paper: PaperData): Paragraph[] {
  const { words } = paper;
  return [
    centred(paper.issuer, {
      font: 'head',
      size: headSize(paper.issuer),
      color: RED,
      isLoose: true,
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: PITCH, line: PITCH, lineRule: LineRuleType.EXACT },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 4, color: RED } },
      children: [said(paper.number ?? words.unnumbered, paper.number ? {} : { color: GREY })],
    }),
    ...(paper.mark === null ? [] : [centred(paper.mark, { size: 24, color: RED })]),
    ...paper.notes.map((note) => centred(note, { size: 24, color: RED })),
    centred(paper.title, { font: 'head', size: SIZE.title, isLoose: true, around: PITCH }),
    new Paragraph({ children: [said(`${paper.addressee}：`)] }),
    ...[...paper.body, ...paper.remedies].map(
      (text) =>
        new Paragraph({
          alignment: AlignmentType.BOTH,
          indent: { firstLine: SIZE.body * 20, firstLineChars: 200 },
          children: [said(text)],
        }),
    ),
    ...signature(paper.issuer, paper.day ?? words.undated),
    ...paper.closing.map(
      (line, at) =>
        new Paragraph({
          spacing: { before: at === 0 ? PITCH : 0, line: 320, lineRule: LineRuleType.EXACT },
          ...(at === 0 && {
            border: { top: { style: BorderStyle.SINGLE, size: 4, space: 4, color: '000000' } },
          }),
          children: [said(line, { size: SIZE.small })],
        }),
    ),
  ];
}

/** Four characters in from the right edge, never alone on a page. */
function signature(issuer: string, day: string): Paragraph[] {
  const indent = { right: SIZE.body * 40 };
  return [issuer, day].map(
    (line, at) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        keepLines: true,
        keepNext: at === 0,
        indent,
        spacing: { before: at === 0 ? PITCH * 2 : 0, line: PITCH, lineRule: LineRuleType.EXACT },
        children: [said(line)],
      }),
  );
}

interface Look {
  readonly font?: keyof typeof FONTS;
  readonly size?: number;
  readonly color?: string;
}

function centred(
  text: string,
  {
    isLoose = false,
    around = 0,
    ...look
  }: Look & {
    /** Taller than the pitch of lines. */
    readonly isLoose?: boolean;
    /** Empty space above and below. */
    readonly around?: number;
  },
): Paragraph {
  const line = isLoose
    ? { line: 360, lineRule: LineRuleType.AUTO }
    : { line: PITCH, lineRule: LineRuleType.EXACT };
  const options: IParagraphOptions = {
    alignment: AlignmentType.CENTER,
    spacing: { before: around, after: around, ...line },
    children: [said(text, look)],
  };
  return new Paragraph(options);
}

function said(text: string, { font = 'body', size = SIZE.body, color }: Look = {}): TextRun {
  return new TextRun({ text, font: fontOf(font), size, ...(color !== undefined && { color }) });
}

function fontOf(name: keyof typeof FONTS) {
  return { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: FONTS[name].name };
}

/** As wide as the text allows: 156 mm in half points, at most 36 pt. */
function headSize(issuer: string): number {
  const room = (156 / 25.4) * 72 * 2;
  return Math.min(SIZE.head, Math.floor((room / Math.max(Array.from(issuer).length, 1)) * 0.95));
}

function headerOf({ demo, draft }: PaperData): Header {
  const told = [demo, draft].filter((word) => word !== null).join('　');
  return new Header({
    children: told === '' ? [] : [centred(told, { size: 19, color: RED, font: 'page' })],
  });
}

/** — 1 —, one character in from the outer edge: GB/T 9704-2012, 7.5. */
function footerOf(side: 'left' | 'right'): Footer {
  const look = { font: fontOf('page'), size: SIZE.page };
  const inset = SIZE.page * 10;
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: side === 'left' ? { left: inset } : { right: inset },
        children: [new TextRun({ ...look, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

/** What a word processor takes where it lacks a font: ECMA-376, 17.8.3.1 altName. */
function fontTable(): string {
  const fonts = Object.values(FONTS).map(
    ({ name, others }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
