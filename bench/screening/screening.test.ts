import { expect, test } from 'vitest';
import { shippedLaw } from '../../apps/server/src/modules/rulebook/index.ts';
import { seededRandom } from '../measure/random.ts';
import { checkLevels, expectedLevels } from './gate.ts';
import { drawProjects } from './projects.ts';
import { rivalContenders } from './rivals.ts';

const { screener, rulebook } = shippedLaw();
const engine = screener.engineOf(rulebook.ruleSet.packs[0]!);
const drawn = drawProjects(screener, engine, 200, seededRandom(7));
const expected = expectedLevels(engine, drawn);
const rivals = rivalContenders(engine, drawn);

test.each(rivals)('$id gives our level for every complete project', async (rival) => {
  expect(rival.cases).toBe(200);
  await checkLevels([rival], expected.complete);
});

test('the projects meet several levels, so that agreeing means something', () => {
  expect(new Set(expected.complete).size).toBeGreaterThan(2);
});

test('the gate names who differs, and where', async () => {
  const wrong = { id: 'wrong', label: '', cases: 200, batch: 1, pass: () => 4 };
  await expect(checkLevels([wrong], expected.complete)).rejects.toThrow(/wrong gives level 4 .* 0/);
});

test('the same seed draws the same projects', () => {
  const again = drawProjects(screener, engine, 20, seededRandom(7));
  expect(again.partial.inputs).toEqual(drawn.partial.inputs.slice(0, 20));
});
