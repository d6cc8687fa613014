/**
 * EIA classes, lowest first, so that "the highest single item decides" (名录 2021, article 4)
 * is a plain numeric maximum.
 */
export const LEVELS = ['NOT_LISTED', 'REGISTRATION', 'FORM', 'REPORT'] as const;
export type Level = (typeof LEVELS)[number];

/** Management categories of the discharge-permit catalogue (名录 2019, article 2), lowest first. */
export const PERMIT_LEVELS = ['NOT_LISTED', 'REGISTRATION', 'SIMPLIFIED', 'KEY'] as const;
export type PermitLevel = (typeof PERMIT_LEVELS)[number];

export type AnyLevel = Level | PermitLevel;
/** A level that a clause can give; the lowest one is what remains. */
export type GivenLevel = Exclude<AnyLevel, 'NOT_LISTED'>;
export const ANY_LEVELS = [
  'NOT_LISTED',
  'REGISTRATION',
  'FORM',
  'REPORT',
  'SIMPLIFIED',
  'KEY',
] as const satisfies readonly AnyLevel[];

/** Position of a level in its scale: 0 NOT_LISTED … 3 REPORT or KEY. */
export type Rank = 0 | 1 | 2 | 3;

const RANKS: Record<AnyLevel, Rank> = {
  NOT_LISTED: 0,
  REGISTRATION: 1,
  FORM: 2,
  REPORT: 3,
  SIMPLIFIED: 2,
  KEY: 3,
};

export function rankOf(level: AnyLevel): Rank {
  return RANKS[level];
}

/** The level of a rank on a scale; the EIA's unless said otherwise. */
export function levelOf(rank: number): Level;
export function levelOf<L extends AnyLevel>(rank: number, scale: readonly L[]): L;
export function levelOf(rank: number, scale: readonly AnyLevel[] = LEVELS): AnyLevel {
  const level = scale[rank];
  if (level === undefined) throw new RangeError(`no level has rank ${rank}`);
  return level;
}

/** The columns of a printed catalogue, highest level first, as they are called in its files. */
export const CATALOGUES = {
  'eia-catalogue': {
    levels: LEVELS,
    cells: [
      ['report_book', 'REPORT'],
      ['report_form', 'FORM'],
      ['registration_form', 'REGISTRATION'],
    ],
  },
  'permit-catalogue': {
    levels: PERMIT_LEVELS,
    cells: [
      ['key_management', 'KEY'],
      ['simplified_management', 'SIMPLIFIED'],
      ['registration_management', 'REGISTRATION'],
    ],
  },
} as const satisfies Record<
  string,
  { levels: readonly AnyLevel[]; cells: readonly (readonly [string, GivenLevel])[] }
>;
export type CatalogueTopic = keyof typeof CATALOGUES;
/** Every column of every catalogue with the level it gives. */
export const ALL_CELLS: readonly (readonly [CellName, GivenLevel])[] = Object.values(
  CATALOGUES,
).flatMap(({ cells }): readonly (readonly [CellName, GivenLevel])[] => cells);
export type CellName = (typeof CATALOGUES)[CatalogueTopic]['cells'][number][0];
