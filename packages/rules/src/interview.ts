import type { Engine, MissingFact } from './evaluate.ts';
import { levelOf } from './level.ts';
import { NEW_SITE } from './procedure/new-site.ts';
import type { Project } from './project.ts';
import { nextPage, toQuestions, type Page } from './questions.ts';
import { applyReliefs } from './reliefs/apply.ts';
import { verdictOver } from './reliefs/conditions.ts';
import type { SharedFacility, ReliefFinding } from './reliefs/model.ts';
import { entriesOf } from './reliefs/registers.ts';
import type { Screener } from './screen.ts';
import { PERMIT_CATALOGUE, type ScreeningOptions } from './screening-answer.ts';
import { YES } from './state.ts';

/** What a page is asked for: the level, relief from it, or the permit category. */
export type Purpose = 'level' | 'relief' | 'permit';

export type Turn =
  | { readonly kind: 'page'; readonly purpose: Purpose; readonly page: Page }
  | { readonly kind: 'facilities'; readonly facilities: readonly SharedFacility[] };

export interface Progress {
  /** Topics already asked, as {@link askedKey} writes them. */
  readonly asked: readonly string[];
  /** True where the visitor wants the permit category too, whatever it takes. */
  readonly permit: boolean;
}

/** The level's topics stand under their own names, so that older links stay readable. */
export function askedKey(purpose: Purpose | 'facilities', group: string): string {
  return purpose === 'level' ? group : `${purpose}:${group}`;
}

/**
 * The next thing to ask, or null when the answer stands: first what decides the level, then what
 * decides relief from it, then, where it matters or is wished for, the permit category.
 */
export function nextTurn(
  screener: Screener,
  project: Project,
  options: ScreeningOptions,
  { asked, permit }: Progress,
): Turn | null {
  const ruling = screener.ruling(options);
  if ('problems' in ruling) return null;
  const engine = screener.engineOf(ruling.pack);
  const page = nextPage(engine, project, asked);
  if (page) return { kind: 'page', purpose: 'level', page };
  const { floor, ceiling } = engine.evaluate(project);
  const statutory = floor === ceiling ? levelOf(floor) : null;
  if (statutory !== null) {
    const { ruleSet } = screener;
    const { on, jurisdiction } = options;
    const at = { ruleSet, place: project.place, on, jurisdiction };
    const shared = facilitiesFor(screener, project, options, asked);
    if (shared.length > 0) return { kind: 'facilities', facilities: shared };
    const { findings } = applyReliefs(engine, project, statutory, at);
    const relief = reliefPage(engine, project, findings, asked);
    if (relief) return { kind: 'page', purpose: 'relief', page: relief };
  }
  const matters =
    statutory === 'REGISTRATION' && verdictOver(NEW_SITE, project, screener.table) === YES;
  if (!permit && !matters) return null;
  return permitTurn(screener, project, options, asked);
}

function permitTurn(
  screener: Screener,
  project: Project,
  options: ScreeningOptions,
  asked: readonly string[],
): Turn | null {
  const pack = screener.editionOf(PERMIT_CATALOGUE, options);
  if (!pack) return null;
  const prefix = askedKey('permit', '');
  const own = asked.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  // What every project is asked on the first page was asked there.
  const opening = screener.table.facts.filter(({ always }) => always).map(({ group }) => group);
  const page = nextPage(screener.engineOf(pack), project, [...own, ...opening]);
  return page && { kind: 'page', purpose: 'permit', page };
}

/** Shared facilities of the chosen park that could take over some of the work that was named. */
function facilitiesFor(
  screener: Screener,
  { place, views }: Project,
  { on, jurisdiction }: ScreeningOptions,
  asked: readonly string[],
): SharedFacility[] {
  if (place.park === undefined || asked.includes(askedKey('facilities', place.park))) return [];
  return entriesOf(screener.ruleSet, 'facilities', on, jurisdiction)
    .map(({ entry }) => entry)
    .filter(
      ({ park, does }) =>
        park === place.park &&
        does.some((key) => views.some((view) => view.flag(screener.table.getSlot(key)) === YES)),
    );
}

/** One page with everything a relief still waits for in one topic. */
function reliefPage(
  engine: Engine,
  project: Project,
  findings: readonly ReliefFinding[],
  asked: readonly string[],
): Page | null {
  const { table } = engine;
  const places = findings
    // Nobody is troubled with questions about a draft that is not adopted where he builds.
    .filter(
      ({ state, layer, adoption }) => state === 'open' && (layer !== 'DRAFT_MEASURE' || adoption),
    )
    .flatMap(({ missing }) => missing)
    .filter((key) => table.findFact(key))
    .flatMap((key): MissingFact[] => {
      const slot = table.getSlot(key);
      if (table.facts[slot]!.scope === 'project') return [{ slot, activity: -1 }];
      return project.views.map((_, activity) => ({ slot, activity }));
    });
  const group = table.vocabulary.groups.find(
    ({ id }) =>
      !asked.includes(askedKey('relief', id)) &&
      places.some(({ slot }) => table.facts[slot]!.group === id),
  );
  if (!group) return null;
  const own = places.filter(({ slot }) => table.facts[slot]!.group === group.id);
  return { group, questions: toQuestions(engine, project, own) };
}
