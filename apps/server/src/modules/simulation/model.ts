import type {
  AnyLevel,
  Citation,
  InputProblem,
  Missing,
  Outcome,
  PermitLevel,
  ReliefFinding,
  ScreeningOptions,
} from '@ludao/rules';
import type { ScreeningRequest } from '@ludao/contracts';

/** One line of the input: a project, or what is wrong with it. Lines count from 1. */
export type Entry = { readonly line: number } & (
  | { readonly request: ScreeningRequest }
  | { readonly problems: readonly InputProblem[] }
);

/**
 * Where a project stands on a scale: decided at a level, or why not. `refused`: this side cannot be
 * asked about it. `no_edition`: no catalogue of the kind is in force on the day.
 */
export type Standing<L extends string = Outcome | PermitLevel> =
  | L
  | 'provisional'
  | 'beyond_edition'
  | 'no_project'
  | 'no_edition'
  | 'refused';

/** One scale with its bounds; they are equal where it is decided. */
export interface Position<L extends string = Outcome | PermitLevel> {
  readonly standing: Standing<L>;
  readonly floor: AnyLevel | null;
  readonly ceiling: AnyLevel | null;
}

export const SCALES = ['statutory', 'level', 'permit'] as const;
/** `statutory`: the catalogue alone; `level`: after relief; `permit`: discharge permit. */
export type Scale = (typeof SCALES)[number];
export type Positions = Readonly<Record<Scale, Position>>;

/** Every standing of a scale in the order in which a table shows them. */
export const STANDINGS: Readonly<Record<Scale, readonly Standing[]>> = {
  statutory: [
    'REPORT',
    'FORM',
    'REGISTRATION',
    'NOT_LISTED',
    'provisional',
    'beyond_edition',
    'no_project',
    'refused',
  ],
  level: [
    'REPORT',
    'FORM',
    'REGISTRATION',
    'EXEMPT',
    'NOT_LISTED',
    'provisional',
    'beyond_edition',
    'no_project',
    'refused',
  ],
  permit: [
    'KEY',
    'SIMPLIFIED',
    'REGISTRATION',
    'NOT_LISTED',
    'provisional',
    'beyond_edition',
    'no_project',
    'no_edition',
    'refused',
  ],
};

/** Something that puts a project where it stands on one side and is not said on the other. */
export type Cause =
  | { readonly kind: 'item' | 'permit'; readonly citation: Citation }
  | { readonly kind: 'relief'; readonly relief: ReliefFinding }
  | { readonly kind: 'missing'; readonly missing: readonly Missing[] }
  | { readonly kind: 'beyond'; readonly codes: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: InputProblem };

/** A value for each of the two sides, A first. */
export type Both<T> = readonly [a: T, b: T];

export interface Changed {
  readonly line: number;
  readonly name: string | null;
  /** The scales on which the sides differ. */
  readonly scales: readonly Scale[];
  readonly positions: Both<Positions>;
  readonly causes: Both<readonly Cause[]>;
}

export interface RefusedLine {
  readonly line: number;
  readonly problems: readonly InputProblem[];
}

/** A set of packs on a day, as the result names it. */
export interface SideHead {
  /** As it was asked for: `law`, `demo` or a folder. */
  readonly packs: string;
  /** Null where each project's own day, or today, counts. */
  readonly day: string | null;
  readonly digest: string;
  readonly titles: readonly string[];
}

/** Projects by where they stand on A (first key) and on B. */
export type Matrix = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Simulation {
  readonly sides: Both<SideHead>;
  readonly today: string;
  /** Lines with something on them; `answered + refused`. */
  readonly lines: number;
  readonly answered: number;
  readonly refused: number;
  /** Answered projects that generated loops evaluated; the engine did the others. */
  readonly looped: number;
  /** Answered projects of several activities, which always go through the engine. */
  readonly several: number;
  /** Projects whose park, area, zone or facility one side does not list. */
  readonly unlisted: Both<number>;
  readonly matrices: Readonly<Record<Scale, Matrix>>;
  readonly changed: number;
  readonly changedBy: Readonly<Record<Scale, number>>;
  /** The first of those that change, and of those refused; the counts above are of all. */
  readonly list: readonly Changed[];
  readonly refusals: readonly RefusedLine[];
  readonly refusedBy: Readonly<Record<string, number>>;
}

export type At = Pick<ScreeningOptions, 'on' | 'jurisdiction'>;
