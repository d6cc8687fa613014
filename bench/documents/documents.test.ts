import { afterAll, expect, test } from 'vitest';
import { openPdfPress } from '../../apps/server/src/platform/pdf.ts';
import { seededRandom } from '../measure/random.ts';
import { checkSame } from './gate.ts';
import { drawNotices } from './notices.ts';
import { setByPdfmake } from './pdfmake.ts';
import { setByPress } from './typst.ts';

const press = openPdfPress();
afterAll(() => press.close());
const notices = drawNotices(2, seededRandom(7));

test('both set a notice on two pages with an outline for each of its characters', async () => {
  const ways = {
    typst: (notice: (typeof notices)[number]) => setByPress(press, notice),
    pdfmake: setByPdfmake,
  };
  const bytes = await checkSame(notices, ways);
  expect(Math.min(bytes.typst, bytes.pdfmake)).toBeGreaterThan(10_000);
});

test('one that is longer is refused before any clock starts', async () => {
  const long = notices.map((notice) => ({ ...notice, body: [...notice.body, ...notice.body] }));
  await expect(checkSame(long, { pdfmake: setByPdfmake })).rejects.toThrow('pages');
});
