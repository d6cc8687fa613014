import type { ScreeningRequest } from '@ludao/contracts';
import type {
  Expression,
  ListPack,
  ProjectCase,
  Relief,
  ReliefFinding,
  RuleSet,
} from '@ludao/rules';
import { textIn, type StoredEntry } from './entry-model.ts';

/** An enterprise of the register, as far as a question about it can be made of its record. */
export interface SampledEnterprise {
  readonly name: string;
  readonly industries: readonly string[];
  readonly inPark: boolean;
}

export interface SampledRequest {
  readonly name: string;
  /** Where the project was put, in words; null where it stands nowhere in particular. */
  readonly place: string | null;
  readonly request: ScreeningRequest;
}

interface Spot {
  readonly name: string | null;
  readonly place: NonNullable<ScreeningRequest['place']>;
}

/** Which kinds of relief a list can turn on or off. */
const KINDS: Readonly<Partial<Record<ListPack['topic'], readonly ReliefFinding['kind'][]>>> = {
  'reform-areas': ['downgrade'],
  parks: ['direct_entry', 'cite', 'downgrade'],
  facilities: ['leave_out'],
  'exclusion-list': ['listed'],
  zoning: ['cite'],
};
/** More places than these show nothing new. */
const MOST_SPOTS = 4;

/**
 * Questions that an entry may answer anew: every project as it is, and as if it stood where the
 * entry holds and its owner declared what the relief asks for.
 */
export function sampleFor(
  entry: Pick<StoredEntry, 'topic' | 'district' | 'entries'>,
  law: RuleSet,
  projects: {
    readonly cases: readonly ProjectCase[];
    readonly enterprises: readonly SampledEnterprise[];
  },
): SampledRequest[] {
  const base = [
    ...projects.cases.map(({ title, project }) => ({ name: title, project, inPark: true })),
    ...projects.enterprises.map(({ name, industries, inPark }) => ({
      name,
      project: { industries: [...industries], unstated: 'no' as const },
      inPark,
    })),
  ] as unknown as { name: string; project: ScreeningRequest; inPark: boolean }[];
  const spots = spotsOf(entry, law);
  const declared = reliefsOf(entry, law).map(({ when }) => factsThatMeet(when));
  return base.flatMap(({ name, project, inPark }) => {
    const plain = { ...project, jurisdiction: entry.district };
    const requests: SampledRequest[] = [{ name, place: null, request: plain }];
    for (const { name: where, place } of spots) {
      for (const facts of declared.length > 0 ? declared : [{}]) {
        const stated = { ...project.facts, ...(inPark && { 'site.in_park': true }), ...facts };
        const request = { ...plain, place, facts: stated } as ScreeningRequest;
        requests.push({ name, place: where, request });
      }
    }
    return requests;
  });
}

/** The reliefs that the entry concerns; of an adoption, those it names. */
function reliefsOf({ topic, entries }: Pick<StoredEntry, 'topic' | 'entries'>, law: RuleSet) {
  const all = law.reliefs.flatMap(({ reliefs }) => reliefs);
  if (topic === 'adoptions') {
    const named = new Set(entries.flatMap((row) => [row['reliefs']].flat().map(String)));
    return all.filter(({ id }) => named.has(id));
  }
  const kinds = topic === 'calendar' ? [] : (KINDS[topic] ?? []);
  return all.filter(({ kind }: Relief) => kinds.includes(kind));
}

function spotsOf(
  { topic, district, entries }: Pick<StoredEntry, 'topic' | 'district' | 'entries'>,
  law: RuleSet,
): Spot[] {
  const rows = entries.slice(0, MOST_SPOTS);
  switch (topic) {
    case 'reform-areas':
      return rows.map((row) => ({ name: textIn(row, 'name'), place: { area: textIn(row, 'id') } }));
    case 'parks':
      return rows.map((row) => ({ name: textIn(row, 'name'), place: { park: textIn(row, 'id') } }));
    case 'facilities':
      return rows.map((row) => ({
        name: textIn(row, 'name'),
        place: { park: textIn(row, 'park'), facilities: [textIn(row, 'id')] },
      }));
    case 'zoning':
      return rows.map((row) => ({
        name: textIn(row, 'name'),
        place: { zone: textIn(row, 'code') },
      }));
    case 'adoptions':
      return [{ name: null, place: {} }, ...listedSpots(law, district)];
    default:
      return topic === 'exclusion-list' ? [{ name: null, place: {} }] : [];
  }
}

/** Parks and reform areas on record in the county: where an adoption can take effect. */
function listedSpots({ lists }: RuleSet, district: string): Spot[] {
  return lists
    .flatMap((list): Spot[] => {
      if (list.topic !== 'parks' && list.topic !== 'reform-areas') return [];
      return list.entries
        .filter(({ jurisdiction }) => jurisdiction === district)
        .map(({ id, name }) => ({
          name,
          place: list.topic === 'parks' ? { park: id } : { area: id },
        }));
    })
    .slice(0, MOST_SPOTS);
}

/** Facts under which a condition holds, as far as a declaration of the owner can make it hold. */
export function factsThatMeet(when: Expression): Record<string, boolean | string> {
  switch (when.op) {
    case 'is':
      return { [when.fact]: true };
    case 'oneOf':
      return { [when.fact]: when.options[0] ?? '' };
    case 'and':
      return Object.assign({}, ...when.of.map(factsThatMeet)) as Record<string, boolean | string>;
    case 'or':
      return when.of[0] ? factsThatMeet(when.of[0]) : {};
    case 'not':
      return when.of.op === 'is' ? { [when.of.fact]: false } : {};
    default:
      return {};
  }
}
