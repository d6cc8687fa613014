import type { InputProblem, Project, ProjectInput, Screener } from '@ludao/rules';
import type { ScreeningRequest } from '@ludao/contracts';
import { openRulebook, shippedLaw } from '../rulebook/index.ts';
import { findCauses } from './causes.ts';
import type { Both, Entry, Positions, Simulation } from './model.ts';
import { BatchRanks, type Row } from './ranks.ts';
import { placeAsListed, positionsOf, Side, type Ruling } from './side.ts';
import { Tally } from './tally.ts';

/** Projects evaluated together: enough for the loops, few enough to be forgotten cheaply. */
const BATCH = 1024;

/** `law`, `demo` or a folder of rule packs; and the day, where it is not each project's own. */
export interface SideSpec {
  readonly packs: string;
  readonly day: string | null;
}

/** @throws PackError when a pack of either side is faulty */
export function openSides(specs: Both<SideSpec>, today: string): Both<Side> {
  const open = (packs: string): Screener => {
    if (packs !== 'law' && packs !== 'demo') return openRulebook(packs).screener;
    return packs === 'law' ? shippedLaw().screener : shippedLaw().demoScreener();
  };
  const [first, second] = specs;
  const a = open(first.packs);
  const b = second.packs === first.packs ? a : open(second.packs);
  return [new Side(a, first.packs, first.day, today), new Side(b, second.packs, second.day, today)];
}

/**
 * Answers every project under both sides and adds up what differs. Reads as it goes: memory does
 * not grow with the number of entries.
 * @param onBatch called after each batch with the number of entries done
 */
export async function simulate(
  entries: AsyncIterable<Entry>,
  sides: Both<Side>,
  {
    list,
    today,
    onBatch = () => {},
  }: { list: number; today: string; onBatch?: (done: number) => void },
): Promise<Simulation> {
  const run = new Run(sides, new Tally(list));
  let done = 0;
  for await (const entry of entries) {
    run.take(entry);
    if (++done % BATCH > 0) continue;
    run.settle();
    onBatch(done);
  }
  run.settle();
  onBatch(done);
  return run.tally.result([sides[0].head, sides[1].head], today);
}

/** A project as one side sees it. */
interface Seen {
  readonly side: Side;
  readonly ranks: BatchRanks;
  readonly project: Project | null;
  readonly ruling: Ruling;
  readonly problems: readonly InputProblem[];
  /** Whether its place had to be read as one that the side does not list. */
  readonly isUnlisted: boolean;
}

interface Pending {
  readonly line: number;
  readonly name: string | null;
  readonly seen: Both<Seen>;
  readonly rows: Both<Row | null>;
}

class Run {
  readonly tally: Tally;
  readonly #sides: Both<Side>;
  /** One for both sides where they speak of the same facts: then a project is read once. */
  readonly #ranks: Both<BatchRanks>;
  #pending: Pending[] = [];

  constructor(sides: Both<Side>, tally: Tally) {
    this.#sides = sides;
    this.tally = tally;
    const shared = speakAlike(sides) ? new BatchRanks(sides) : null;
    this.#ranks = [shared ?? new BatchRanks([sides[0]]), shared ?? new BatchRanks([sides[1]])];
  }

  take(entry: Entry): void {
    if ('problems' in entry) return this.tally.refuse(entry);
    const { line, request } = entry;
    const seen = this.#look(request);
    if (seen.every(({ problems, isUnlisted }) => problems.length > 0 || isUnlisted)) {
      const { place = {} } = request as ProjectInput;
      const places = this.#sides.flatMap((side) => side.placeProblems(place));
      const problems = [...seen.flatMap((one) => one.problems), ...places];
      return this.tally.refuse({ line, problems: distinct(problems) });
    }
    const first = addTo(seen[0]);
    const isShared = seen[0].ranks === seen[1].ranks && first && seen[1].problems.length === 0;
    const second = isShared ? first : addTo(seen[1]);
    this.#pending.push({ line, name: request.name ?? null, seen, rows: [first, second] });
  }

  #look(request: ScreeningRequest): Both<Seen> {
    const [a, b] = this.#sides;
    const input = request as ProjectInput;
    const first = a.screener.readAnywhere(input);
    const isShared = this.#ranks[0] === this.#ranks[1];
    const second = isShared ? first : b.screener.readAnywhere(input);
    return [see(a, this.#ranks[0], first, request), see(b, this.#ranks[1], second, request)];
  }

  /** Answers what was taken since the last time. */
  settle(): void {
    for (const ranks of new Set(this.#ranks)) ranks.run();
    for (const pending of this.#pending) this.#answer(pending);
    for (const ranks of new Set(this.#ranks)) ranks.clear();
    this.#pending = [];
  }

  #answer({ line, name, seen, rows }: Pending): void {
    const positions = [standOf(seen[0], rows[0]), standOf(seen[1], rows[1])] as const;
    const isLooped = rows.some((row) => row?.place);
    const isSeveral = seen.some(({ project }) => (project?.views.length ?? 0) > 1);
    const isUnlisted = [seen[0].isUnlisted, seen[1].isUnlisted] as const;
    this.tally.answer(positions, { isLooped, isSeveral, isUnlisted }, (scales) => ({
      line,
      name,
      scales,
      positions,
      causes: findCauses([explain(seen[0]), explain(seen[1])], scales),
    }));
  }
}

function see(
  side: Side,
  ranks: BatchRanks,
  read: ReturnType<Side['screener']['readAnywhere']>,
  request: ScreeningRequest,
): Seen {
  const ruling = side.rulingFor(request);
  const problems = [read, ruling].flatMap((part) => ('problems' in part ? part.problems : []));
  const seen = { side, ranks, ruling, problems };
  if ('problems' in read) return { ...seen, project: null, isUnlisted: false };
  const unknown = side.placeProblems(read.place);
  if (unknown.length === 0) return { ...seen, project: read, isUnlisted: false };
  const project = { ...read, place: placeAsListed(read.place, unknown) };
  return { ...seen, project, isUnlisted: true };
}

function addTo({ ranks, project, problems }: Seen): Row | null {
  return project && problems.length === 0 ? ranks.add(project) : null;
}

function standOf({ side, ranks, project, ruling }: Seen, row: Row | null): Positions {
  if (!project || !row) return positionsOf('refused');
  return side.positionsOf(project, ruling, ranks.ranksOf(row));
}

function explain({ side, project, ruling, problems }: Seen) {
  const isAsked = project !== null && problems.length === 0;
  return { answer: isAsked ? side.answer(project, ruling) : null, problems };
}

function distinct(problems: readonly InputProblem[]): InputProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Whether both name the same facts and industries, so that one reading serves both. */
function speakAlike([a, b]: Both<Side>): boolean {
  if (a.screener === b.screener) return true;
  const words = ({ screener: { ruleSet } }: Side) =>
    JSON.stringify([ruleSet.vocabulary, ruleSet.industries]);
  return words(a) === words(b);
}
