import { expect, it } from 'vitest';
import { openArchive } from '../../../platform/excel/archive.ts';
import { writeDocx } from './docx.ts';
import type { PaperData } from './paper.ts';

const paper: PaperData = {
  issuer: '演示市生态环境局',
  number: '演环〔2026〕1号',
  title: '关于检修的告知书',
  addressee: '演示企业有限公司',
  body: ['一、请做好检修 <A&B>。', '特此告知。'],
  remedies: ['如不服本决定，可以申请行政复议。'],
  day: '2026年11月25日',
  notes: [],
  mark: null,
  draft: null,
  demo: null,
  qr: null,
  words: { unnumbered: '（签发后编号）', undated: '（签发日期）' },
  closing: ['联系方式：演示路1号', '核验码：ABC'],
};

async function partsOf(bytes: Buffer): Promise<(name: string) => Promise<string>> {
  const limits = { maxParts: 50, maxUnpackedBytes: 10_000_000, maxRatio: 1000 };
  const archive = await openArchive(bytes, limits);
  return async (name) => {
    const pieces: Buffer[] = [];
    for await (const piece of archive.read(name)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  };
}

function paragraphsOf(xml: string): string[] {
  const plain = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) =>
    plain([...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')),
  );
}

it('says in Word what the paper says, in the same order', async () => {
  const read = await partsOf(await writeDocx(paper));
  expect(paragraphsOf(await read('word/document.xml'))).toEqual([
    paper.issuer,
    paper.number,
    paper.title,
    `${paper.addressee}：`,
    ...paper.body,
    ...paper.remedies,
    paper.issuer,
    paper.day,
    ...paper.closing,
  ]);
});

it('is laid out after GB/T 9704: page, margins, pitch, fonts, indent and page numbers', async () => {
  const read = await partsOf(await writeDocx(paper));
  const xml = await read('word/document.xml');
  expect(xml).toContain('w:w="11906" w:h="16838"');
  expect(xml).toMatch(/w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  expect(xml).toContain('w:firstLineChars="200"');
  expect(xml).toContain('w:eastAsia="方正小标宋简体"');
  const styles = await read('word/styles.xml');
  expect(styles).toMatch(/w:line="580" w:lineRule="exact"/);
  expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
  expect(await read('word/settings.xml')).toContain('w:evenAndOddHeaders');
  expect(await read('word/fontTable.xml')).toContain('w:val="仿宋,FangSong');
  const footers = [await read('word/footer1.xml'), await read('word/footer2.xml')];
  const sides = footers.map((footer) => /w:jc w:val="(\w+)"/.exec(footer)?.[1]);
  expect(new Set(sides)).toEqual(new Set(['left', 'right']));
  expect(footers.every((footer) => /— .*PAGE.* —/s.test(footer))).toBe(true);
});
