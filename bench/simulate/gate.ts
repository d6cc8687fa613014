import type { Engine, FactTable } from '@ludao/rules';
import type { Loops } from '@ludao/rules/columns';
import { runByHand } from './by-hand.ts';
import { roomFor, type Stored } from './stored-projects.ts';

/** 4 × floor + ceiling of each project, group after group. */
export function ranksByLoops({ store, ranks }: Stored, loops: Loops): number[] {
  for (const group of store.groups.values()) loops.run(group, ranks.get(group)!);
  return [...ranks].flatMap(([group, { floors, ceilings }]) =>
    Array.from({ length: group.rows }, (_, row) => 4 * floors[row]! + ceilings[row]!),
  );
}

export function ranksByHand({ store }: Stored, table: FactTable): number[] {
  return [...store.groups.values()].flatMap((group) => {
    const ranks = roomFor(group.rows);
    runByHand(group, ranks, table);
    return Array.from(
      { length: group.rows },
      (_, row) => 4 * ranks.floors[row]! + ranks.ceilings[row]!,
    );
  });
}

/** @throws Error that names the first project on which the two differ; nothing is timed then */
export function checkEqual(who: string, found: readonly number[], ours: readonly number[]): void {
  if (found.length !== ours.length) {
    throw new Error(`correctness gate: ${who} has ${found.length} of ${ours.length} projects`);
  }
  const at = ours.findIndex((value, row) => value !== found[row]);
  if (at < 0) return;
  throw new Error(`correctness gate: ${who} gives ${found[at]} instead of ${ours[at]} for ${at}`);
}

/** Holds the sample of a store against the engine, whose loops have just run. */
export function checkSamples({ samples, ranks }: Stored, engine: Engine): void {
  for (const { project, place } of samples) {
    const { floor, ceiling } = engine.evaluate(project);
    const { floors, ceilings } = ranks.get(place.group)!;
    if (floors[place.row] === floor && ceilings[place.row] === ceiling) continue;
    throw new Error(`correctness gate: a loop of ${place.group.key} differs from the engine`);
  }
}

export function countRanks(each: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const both of each) counts.set(both, (counts.get(both) ?? 0) + 1);
  return counts;
}
