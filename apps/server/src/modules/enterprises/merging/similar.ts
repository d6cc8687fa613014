import { DISTRICTS, type DuplicateReason } from '@ludao/contracts';

/** What of a candidate is compared. */
export interface Compared {
  readonly name: string;
  readonly sound: string;
  /** Unit and address, as far as they are known. */
  readonly places: readonly string[];
}

/** From here on two names at one place are thought to be of one firm: a choice of ours. */
const SIMILAR = 0.6;
const COUNTIES = Object.values(DISTRICTS)
  .map(({ zh }) => zh.replace(/[市区县]$/, ''))
  .join('|');
const FORMS = '有限责任公司|股份有限公司|有限公司|公司|经营部|加工厂|厂';
const FILLERS = new RegExp(`[\\s()（）·・.,，。-]|浙江省?|(?:${COUNTIES})[市区县]?|${FORMS}`, 'g');

/** Why two entries may be one enterprise; nothing where they are likely two. */
export function reasonsFor(one: Compared, other: Compared): DuplicateReason[] {
  if (plain(one.name) === plain(other.name)) return ['SAME_NAME'];
  const reasons: DuplicateReason[] = [];
  if (one.sound.length > 3 && one.sound === other.sound) reasons.push('SAME_SOUND');
  const isSamePlace = one.places.some((place) => other.places.includes(place));
  if (isSamePlace && likenessOf(one.name, other.name) >= SIMILAR) reasons.push('SAME_PLACE');
  return reasons;
}

/** Pairs of neighbouring characters that two names share, from 0 to 1 (Dice). */
export function likenessOf(one: string, other: string): number {
  const [mine, theirs] = [pairsOf(one), pairsOf(other)];
  if (mine.size === 0 || theirs.size === 0) return 0;
  const shared = [...mine].filter((pair) => theirs.has(pair)).length;
  return (2 * shared) / (mine.size + theirs.size);
}

/** The name without signs and blanks. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()·・.,，。-]/g, '');
}

/** What tells one firm from the next: without county and form of company. */
function pairsOf(name: string): Set<string> {
  const core = Array.from(name.normalize('NFKC').toLowerCase().replace(FILLERS, ''));
  return new Set(core.slice(1).map((character, at) => `${core[at]}${character}`));
}
