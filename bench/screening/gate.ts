import type { Engine } from '@ludao/rules';
import type { Contender } from '../measure/rounds.ts';
import type { DrawnProjects } from './projects.ts';

/**
 * The levels everybody is held against. With every fact known ours must be decided, and with a
 * quarter forgotten its floor and ceiling must still enclose that level.
 */
export function expectedLevels(
  engine: Engine,
  drawn: DrawnProjects,
): { complete: number[]; partial: number[] } {
  const complete: number[] = [];
  const partial: number[] = [];
  drawn.complete.projects.forEach((project, at) => {
    const known = engine.evaluate(project);
    const guess = engine.evaluate(drawn.partial.projects[at]!);
    if (known.floor !== known.ceiling) {
      throw new Error(`correctness gate: project ${at} is not decided with every fact known`);
    }
    if (guess.floor > known.floor || guess.ceiling < known.floor) {
      throw new Error(`correctness gate: project ${at} leaves its bounds as facts become known`);
    }
    complete.push(known.floor);
    partial.push(guess.floor);
  });
  return { complete, partial };
}

/**
 * Every contender must give the expected level for each of its cases, one by one: an engine that
 * answers something else is not measured.
 * @throws Error that names the first case on which one differs
 */
export async function checkLevels(
  contenders: readonly Contender[],
  expected: readonly number[],
): Promise<void> {
  for (const contender of contenders) {
    for (let at = 0; at < contender.cases; at++) {
      // Contenders may share state inside an engine; one question at a time.
      const level = await contender.pass(at, at + 1);
      if (level === expected[at]) continue;
      const differs = `level ${level} instead of ${expected[at]} for project ${at}`;
      throw new Error(`correctness gate: ${contender.id} gives ${differs}; nothing was timed`);
    }
  }
}
