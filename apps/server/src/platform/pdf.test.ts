import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readCoverage } from './font-coverage.ts';
import { PDF_FONT } from './paths.ts';
import { openPdfPress, PdfError, PdfQueueFull, toPrintable } from './pdf.ts';

const press = openPdfPress({ limit: 2 });
afterAll(() => press.close());

const SOURCE = '#let it = json(bytes(sys.inputs.data))\n#it.name';
const start = (pdf: Buffer) => pdf.subarray(0, 5).toString('latin1');

describe('the press', () => {
  it('sets a document with data that look like source', async () => {
    const name = '#panic("x") *a* _b_ $c$ \\ ] ` <d> @e // /* "';
    expect(start(await press.print(SOURCE, { name }))).toBe('%PDF-');
  });

  it('gives the same document for the same data, so that a print can be compared', async () => {
    const set = () => press.print(`#set document(date: none)\n${SOURCE}`, { name: '甲' });
    expect((await set()).equals(await set())).toBe(true);
  });

  it('says where a template is wrong, and none of the data', async () => {
    const failed = press.print('a\n#nothing', { name: '绝密' });
    await expect(failed).rejects.toThrow(PdfError);
    await expect(failed).rejects.toThrow(/nothing/);
    await expect(failed).rejects.not.toThrow(/绝密/);
    expect(start(await press.print(SOURCE, { name: 'next' }))).toBe('%PDF-');
  });

  it('refuses what would wait too long, and takes on again when the queue is shorter', async () => {
    const taken = [1, 2].map((name) => press.print(SOURCE, { name: String(name) }));
    await expect(press.print(SOURCE, { name: '3' })).rejects.toThrow(PdfQueueFull);
    await Promise.all(taken);
    expect(start(await press.print(SOURCE, { name: '3' }))).toBe('%PDF-');
  });

  it('gives up a document that takes too long, and works on with a new compiler', async () => {
    const impatient = openPdfPress({ patienceMs: 2000 });
    const long = `#let f(n) = { let i = 0; while i < n { i += 1 }; i }
      #for k in range(2000) [#f(9000 + k)]`;
    await expect(impatient.print(long, {})).rejects.toThrow(/not done after 2000 ms/);
    expect(start(await impatient.print(SOURCE, { name: 'next' }))).toBe('%PDF-');
    await impatient.close();
  });
});

describe('what the font can show', () => {
  const covers = readCoverage(readFileSync(PDF_FONT));

  it('is every character of names and of law, the rare ones too', () => {
    const wanted = '嵊镕堃喆龘䶮①¥“”‘’《》〔〕、。，；：？！（）—…·℃㎡≥≤×✓◇□第x页';
    expect(Array.from(wanted).filter((character) => !covers(character))).toEqual([]);
  });

  it('is the plain digit where it has no small one', () => {
    expect(toPrintable('SO₂、H₂O')).toBe('SO2、H2O');
  });

  it('is not emoji: they become a box that can be seen, without the joiners between them', () => {
    expect(covers('😀')).toBe(false);
    expect(toPrintable('甲😀乙👨‍👩‍👧️丙\u0007\r\n丁\ud800')).toBe('甲□乙□□□丙\n丁');
  });
});
