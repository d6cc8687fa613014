import { DEFAULT_JURISDICTION, type ScreeningRequest } from '@ludao/contracts';
import {
  findPlaceProblems,
  levelOf,
  PERMIT_CATALOGUE,
  PERMIT_LEVELS,
  type Answer,
  type InputProblem,
  type Outcome,
  type Place,
  type Project,
  type RulePack,
  type Screener,
} from '@ludao/rules';
import type { At, Position, Positions, SideHead } from './model.ts';

/** Floor and ceiling of a project under one pack, as ranks. */
export type RanksOf = (pack: RulePack) => { readonly floor: number; readonly ceiling: number };

/** The packs in force for one project, or the problem that there are none. */
export type Ruling =
  | { readonly eia: RulePack; readonly permit: RulePack | undefined; readonly at: At }
  | { readonly problems: readonly InputProblem[] };

/** One of the two: a set of packs, and the day it is asked for. */
export class Side {
  readonly head: SideHead;
  readonly screener: Screener;
  readonly #today: string;
  readonly #rulings = new Map<string, Ruling>();

  constructor(screener: Screener, packs: string, day: string | null, today: string) {
    const { digest, packs: catalogues } = screener.ruleSet;
    this.screener = screener;
    this.head = { packs, day, digest, titles: catalogues.map(({ title }) => title) };
    this.#today = today;
  }

  rulingFor(request: ScreeningRequest): Ruling {
    const on = this.head.day ?? request.on ?? this.#today;
    const jurisdiction = request.jurisdiction ?? DEFAULT_JURISDICTION;
    const id = `${on} ${jurisdiction}`;
    let ruling = this.#rulings.get(id);
    if (!ruling) {
      ruling = this.#rule({ on, jurisdiction });
      this.#rulings.set(id, ruling);
    }
    return ruling;
  }

  #rule(at: At): Ruling {
    const ruling = this.screener.ruling(at);
    if ('problems' in ruling) return ruling;
    return { eia: ruling.pack, permit: this.screener.editionOf(PERMIT_CATALOGUE, at), at };
  }

  placeProblems(place: Place): readonly InputProblem[] {
    return findPlaceProblems(this.screener.ruleSet, place);
  }

  /** Where a project stands: what its answer says, without the reasons. */
  positionsOf(project: Project, ruling: Ruling, ranksOf: RanksOf): Positions {
    if ('problems' in ruling) return positionsOf('refused');
    if (project.views.length === 0) return positionsOf('no_project');
    const { eia, permit, at } = ruling;
    const statutory = this.#position(project, eia, ranksOf);
    const { standing, floor } = statutory;
    const level =
      standing === 'provisional' || standing === 'beyond_edition' || floor === null
        ? statutory
        : decided(this.screener.relieve(project, eia, levelOf(ranksOf(eia).floor), at).level);
    return {
      statutory,
      level,
      permit: permit ? this.#position(project, permit, ranksOf) : unfounded('no_edition'),
    };
  }

  #position(project: Project, pack: RulePack, ranksOf: RanksOf): Position {
    const engine = this.screener.engineOf(pack);
    const isOpen = project.views.some((view) => {
      const { unencoded, covered } = engine.programOf(view);
      return unencoded.length > 0 || !covered;
    });
    const scale = pack.topic === PERMIT_CATALOGUE ? PERMIT_LEVELS : pack.levels;
    const ranks = ranksOf(pack);
    const floor = levelOf(ranks.floor, scale);
    const ceiling = levelOf(isOpen ? scale.length - 1 : ranks.ceiling, scale);
    if (floor === ceiling) return { standing: floor, floor, ceiling };
    return { standing: isOpen ? 'beyond_edition' : 'provisional', floor, ceiling };
  }

  /** The whole answer, for saying why. */
  answer(project: Project, ruling: Ruling): Answer | null {
    if ('problems' in ruling) return null;
    return this.screener.answer(project, ruling.eia, ruling.at);
  }
}

/**
 * The place as a side's lists know it: a park that is not entered counts as one that no list
 * holds, and an area, zone or facility that is not entered as not given.
 */
export function placeAsListed(place: Place, problems: readonly InputProblem[]): Place {
  const unknown = new Set(problems.map(({ path }) => path));
  const { park, area, zone, facilities } = place;
  return {
    ...(park === undefined ? {} : { park: unknown.has('/place/park') ? 'unlisted' : park }),
    ...(area === undefined || unknown.has('/place/area') ? {} : { area }),
    ...(zone === undefined || unknown.has('/place/zone') ? {} : { zone }),
    ...(facilities
      ? { facilities: facilities.filter((_, at) => !unknown.has(`/place/facilities/${at}`)) }
      : {}),
  };
}

function decided(level: Outcome): Position {
  const bound = level === 'EXEMPT' ? null : level;
  return { standing: level, floor: bound, ceiling: bound };
}

function unfounded(standing: 'refused' | 'no_project' | 'no_edition'): Position {
  return { standing, floor: null, ceiling: null };
}

export function positionsOf(standing: 'refused' | 'no_project'): Positions {
  const position = unfounded(standing);
  return { statutory: position, level: position, permit: position };
}
