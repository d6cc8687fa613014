import type { Contender } from '../measure/rounds.ts';

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
      // oxlint-disable-next-line no-await-in-loop
      const level = await contender.pass(at, at + 1);
      if (level === expected[at]) continue;
      const differs = `level ${level} instead of ${expected[at]} for project ${at}`;
      throw new Error(`correctness gate: ${contender.id} gives ${differs}; nothing was timed`);
    }
  }
}
