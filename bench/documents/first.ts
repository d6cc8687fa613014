// Child of the bench: prints the milliseconds until the first document is there.
import { seededRandom } from '../measure/random.ts';
import { drawNotices } from './notices.ts';
import { setInThread } from './typst.ts';

const [notice] = drawNotices(1, seededRandom(1));
const began = performance.now();
if (process.argv[2] === 'typst') await setInThread(notice!);
else await (await import('./pdfmake.ts')).setByPdfmake(notice!);
process.stdout.write(String(performance.now() - began));
