import { Loops } from '@ludao/rules/columns';
import { expect, test } from 'vitest';
import { shippedLaw } from '../../apps/server/src/modules/rulebook/index.ts';
import { seededRandom } from '../measure/random.ts';
import { InDuckDb } from './duckdb.ts';
import { checkEqual, checkSamples, countRanks, ranksByHand, ranksByLoops } from './gate.ts';
import { drawStored } from './stored-projects.ts';
import { SUBSET_CODES, subsetEngine } from './subset.ts';

const { screener, rulebook } = shippedLaw();
const { table } = screener;
const loops = new Loops(subsetEngine(screener, rulebook.ruleSet.packs[0]!));
const stored = drawStored(screener, loops, SUBSET_CODES, 5000, seededRandom(7));
const ours = ranksByLoops(stored, loops);

test('the loop written by hand gives our floor and ceiling for every project', () => {
  checkEqual('by hand', ranksByHand(stored, table), ours);
});

test('DuckDB gives them too, one by one and counted', async () => {
  const duckDb = await InDuckDb.load(stored, table);
  checkEqual('DuckDB', await duckDb.each(), ours);
  expect(await duckDb.count()).toEqual(countRanks(ours));
});

test('the engine agrees on the sample, and the projects differ enough for that to mean something', () => {
  checkSamples(stored, loops.engine);
  expect(stored.samples).toHaveLength(100);
  expect(countRanks(ours).size).toBeGreaterThan(7);
});

test('the gate names who differs, and where', () => {
  const wrong = ours.with(3, 16);
  expect(() => checkEqual('wrong', wrong, ours)).toThrow(/wrong gives 16 .* for 3/);
});
