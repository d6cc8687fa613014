import type { ScreeningRequest } from '@ludao/contracts';
import type { Answer, ProjectInput, Screener, Text } from '@ludao/rules';
import type { Changed, Simulation } from '../model.ts';
import { simulate } from '../service.ts';
import { Side } from '../side.ts';

export interface Comparing {
  readonly before: Screener;
  readonly after: Screener;
  readonly on: string;
  readonly requests: readonly ScreeningRequest[];
  /** Most changed projects to be listed. */
  readonly list: number;
  /** Most projects whose whole answers are laid side by side. */
  readonly full: number;
  readonly isTimeUp: () => boolean;
}

export interface Comparison {
  readonly simulation: Simulation;
  /** Requests that there was time for. */
  readonly asked: number;
  readonly changes: readonly {
    /** Index of the request. */
    readonly request: number;
    readonly from: string;
    readonly to: string;
    readonly reliefs: readonly Text[];
  }[];
  readonly others: {
    readonly compared: number;
    readonly reliefs: number;
    readonly periods: number;
    readonly offices: number;
  };
}

/** The same projects under two sets of rules on one day, for as long as there is time. */
export async function compareLaws(comparing: Comparing): Promise<Comparison> {
  const { before, after, on, requests, list, isTimeUp } = comparing;
  let asked = 0;
  async function* entries() {
    for (const [index, request] of requests.entries()) {
      if (isTimeUp()) return;
      asked = index + 1;
      yield { line: asked, request };
    }
  }
  const sides = [new Side(before, 'law', on, on), new Side(after, 'entry', on, on)] as const;
  const simulation = await simulate(entries(), sides, { list, today: on });
  return {
    simulation,
    asked,
    changes: simulation.list.map((change) => ({
      request: change.line - 1,
      from: change.positions[0].level.standing,
      to: change.positions[1].level.standing,
      reliefs: reliefsOf(change),
    })),
    others: compareAnswers(comparing),
  };
}

/** The reliefs that are said on one side only. */
function reliefsOf({ causes }: Changed): Text[] {
  return causes.flat().flatMap((cause) => (cause.kind === 'relief' ? [cause.relief.title] : []));
}

function compareAnswers({ before, after, on, requests, full, isTimeUp }: Comparing) {
  const found = { compared: 0, reliefs: 0, periods: 0, offices: 0 };
  // Evenly over the sample, which is ordered by what it is made of.
  const step = Math.max(1, Math.floor(requests.length / full));
  for (let index = 0; index < requests.length && !isTimeUp(); index += step) {
    const { jurisdiction = '330600', ...request } = requests[index]!;
    const at = { on, jurisdiction };
    const [a, b] = [before, after].map((screener) => {
      const project = screener.readAnywhere(request as ProjectInput);
      const ruling = screener.ruling(at);
      if ('problems' in project || 'problems' in ruling) return null;
      return screener.answer(project, ruling.pack, at);
    });
    if (!a || !b) continue;
    found.compared += 1;
    if (differ(a, b, ({ reliefs }) => reliefs.map(({ relief, state }) => [relief, state])))
      found.reliefs += 1;
    if (differ(a, b, ({ procedure }) => procedure?.periods)) found.periods += 1;
    if (differ(a, b, ({ procedure }) => procedure?.offices)) found.offices += 1;
  }
  return found;
}

function differ(a: Answer, b: Answer, part: (answer: Answer) => unknown): boolean {
  return JSON.stringify(part(a)) !== JSON.stringify(part(b));
}
