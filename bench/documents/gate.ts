import { outlinesIn } from '../../apps/server/src/platform/pdf-testing.ts';
import { medianOf } from '../measure/rounds.ts';
import type { Notice } from './notices.ts';

type Way = (notice: Notice) => Promise<Buffer>;

/**
 * Each way sets each notice on two pages, with an outline for each Chinese character of it.
 * @returns the median size of the files in bytes
 * @throws Error where one does not
 */
export async function checkSame<Name extends string>(
  notices: readonly Notice[],
  ways: Readonly<Record<Name, Way>>,
): Promise<Record<Name, number>> {
  const sizes = {} as Record<Name, number>;
  for (const [name, set] of Object.entries(ways) as [Name, Way][]) {
    const lengths: number[] = [];
    for (const notice of notices) {
      const pdf = await set(notice);
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
      if (pages !== 2) throw new Error(`${name} sets ${notice.number} on ${pages} pages`);
      const chinese = charactersOf(notice);
      const outlines = outlinesIn(pdf);
      if (outlines < chinese) throw new Error(`${name} has ${outlines} outlines of ${chinese}`);
      lengths.push(pdf.length);
    }
    sizes[name] = medianOf(lengths);
  }
  return sizes;
}

function charactersOf({ issuer, number, title, addressee, body }: Notice): number {
  const text = [issuer, number, title, addressee, ...body].join('');
  return new Set(Array.from(text).filter((sign) => sign > '\u007f')).size;
}
