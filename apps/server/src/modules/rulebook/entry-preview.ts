import type { EntryPreview, ScreeningRequest } from '@ludao/contracts';
import type { ProjectCase, Screener, Text } from '@ludao/rules';
import type { StoredEntry } from './entry-model.ts';
import { sampleFor, type SampledEnterprise } from './preview-sample.ts';

/** How the simulation compares two sets of rules; it is handed in, because it rests on this module. */
export type CompareLaws = (comparing: {
  readonly before: Screener;
  readonly after: Screener;
  readonly on: string;
  readonly requests: readonly ScreeningRequest[];
  readonly list: number;
  readonly full: number;
  readonly isTimeUp: () => boolean;
}) => Promise<{
  readonly simulation: {
    readonly refused: number;
    readonly changed: number;
    readonly changedBy: { readonly level: number };
    readonly matrices: {
      readonly level: Readonly<Record<string, Readonly<Record<string, number>>>>;
    };
  };
  readonly asked: number;
  readonly changes: readonly {
    readonly request: number;
    readonly from: string;
    readonly to: string;
    readonly reliefs: readonly Text[];
  }[];
  readonly others: EntryPreview['others'];
}>;

/** An officer waits for it, and everybody else on the same machine with him. */
const MOST_SECONDS = 4;
const MOST_EXAMPLES = 8;
/** Changed projects looked through for examples that differ from one another. */
const MOST_LISTED = 400;
const MOST_FULL = 150;

export interface Previewing {
  readonly entry: StoredEntry;
  readonly before: Screener;
  readonly after: Screener;
  readonly cases: readonly ProjectCase[];
  readonly enterprises: readonly SampledEnterprise[];
  readonly today: string;
  /** Milliseconds of a clock that only moves on. */
  readonly tick: () => number;
}

/** What changes where and for whom when the entry is approved. */
export async function previewEntry(
  { entry, before, after, cases, enterprises, today, tick }: Previewing,
  compare: CompareLaws,
): Promise<EntryPreview> {
  const started = tick();
  const on = entry.effectiveFrom > today ? entry.effectiveFrom : today;
  const sample = sampleFor(entry, after.ruleSet, { cases, enterprises });
  const found = await compare({
    before,
    after,
    on,
    requests: sample.map(({ request }) => request),
    list: MOST_LISTED,
    full: MOST_FULL,
    isTimeUp: () => tick() - started > MOST_SECONDS * 1000,
  });
  const { simulation, asked, changes, others } = found;
  const moved = Object.entries(simulation.matrices.level).flatMap(([from, row]) =>
    Object.entries(row)
      .filter(([to]) => to !== from)
      .map(([to, count]) => ({ from, to, count })),
  );
  return {
    on,
    seconds: Math.round((tick() - started) / 10) / 100,
    complete: asked === sample.length,
    sample: {
      cases: cases.length,
      enterprises: enterprises.length,
      asked,
      refused: simulation.refused,
    },
    changed: simulation.changedBy.level,
    matrix: moved.toSorted((a, b) => b.count - a.count),
    examples: distinct(
      changes
        .filter(({ from, to }) => from !== to)
        .map(({ request, from, to, reliefs }) => {
          const { name, place } = sample[request]!;
          return { name, place, from, to, reliefs: reliefs.slice(0, 3) };
        }),
    ),
    others,
    calendar: null,
  };
}

/** One example of each way from one level to another first, then further projects. */
function distinct(examples: EntryPreview['examples']): EntryPreview['examples'] {
  const seen = new Set<string>();
  const isNew = (key: string) => !seen.has(key) && Boolean(seen.add(key));
  const first = examples.filter(({ from, to }) => isNew(`${from} ${to}`));
  for (const { name } of first) seen.add(name);
  const others = examples.filter((one) => !first.includes(one) && isNew(one.name));
  return [...first, ...others].slice(0, MOST_EXAMPLES);
}
