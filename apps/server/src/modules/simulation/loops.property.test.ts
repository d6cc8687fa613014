import { type Fact, type Project } from '@ludao/rules';
import { ColumnStore, Loops, type Place, type Ranks } from '@ludao/rules/columns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { theRulebook } from '../rulebook/testing.ts';

const { screener, rulebook } = theRulebook();
const { table } = screener;
const codes = rulebook.ruleSet.industries.map(({ code }) => code);
const works = rulebook.ruleSet.vocabulary.works.map(({ id }) => id);

/** A lone activity about which a random part of the facts is known, amounts also as ranges. */
function drawProject(input: { code?: string; work?: string }, random: () => number): Project {
  const { code, work } = input;
  const read = screener.read(work === undefined ? { industries: [code!] } : { works: [work] });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const view = read.views[0]!;
  const shareKnown = 0.5 + random() / 2;
  const shareOfYes = random() ** 3;
  for (const [slot, fact] of table.facts.entries()) {
    if (random() > shareKnown || view.settled[slot]) continue;
    if (fact.type === 'boolean') view.setFlag(slot, random() < shareOfYes ? 2 : 0);
    else if (fact.type === 'choice') {
      const mask = view.mask(slot) & Math.floor(random() * 2 ** fact.options.length);
      if (mask !== 0) view.setMask(slot, mask);
    } else view.setRange(slot, ...drawRange(fact, random));
  }
  return read;
}

function drawRange(fact: Extract<Fact, { type: 'quantity' }>, random: () => number) {
  const steps = table.stepsPerUnit(fact);
  const amount = () => (random() < 0.3 ? 0 : Math.round(10 ** (random() * 7 - 1) * steps));
  const lo = amount();
  return [lo, random() < 0.7 ? lo : random() < 0.5 ? Infinity : lo + amount()] as const;
}

/** fast-check owns the seed of each project, so a failure can be run again. */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

describe.each(rulebook.ruleSet.packs)('the generated loops of $id', (pack) => {
  const engine = screener.engineOf(pack);
  const loops = new Loops(engine);

  function expectEqual(projects: readonly Project[]): number {
    const store = new ColumnStore(table, (activity) => loops.slotsOf(activity));
    const places = projects.map((project) => store.add(project)!);
    const found = new Map<Place['group'], Ranks>();
    for (const group of store.groups.values()) {
      const ranks = {
        floors: new Uint8Array(group.rows),
        ceilings: new Uint8Array(group.rows),
      };
      loops.run(group, ranks);
      found.set(group, ranks);
    }
    let open = 0;
    projects.forEach((project, at) => {
      const { floor, ceiling } = engine.evaluate(project);
      const { group, row } = places[at]!;
      const { floors, ceilings } = found.get(group)!;
      expect([group.key, floors[row], ceilings[row]]).toEqual([group.key, floor, ceiling]);
      if (floor < ceiling) open++;
    });
    return open;
  }

  it('give what the engine gives for every code and every listed work', () => {
    const random = randomFrom(7);
    const activities = [...codes.map((code) => ({ code })), ...works.map((work) => ({ work }))];
    const open = expectEqual(activities.map((activity) => drawProject(activity, random)));
    expect(open).toBeGreaterThan(100);
  });

  it('give what the engine gives for thousands of random projects with unknown facts', () => {
    let open = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...codes), fc.integer()), {
          minLength: 1,
          maxLength: 20,
        }),
        (drawn) => {
          open += expectEqual(drawn.map(([code, seed]) => drawProject({ code }, randomFrom(seed))));
        },
      ),
      { numRuns: 800, seed: 20261125 },
    );
    expect(open).toBeGreaterThan(500);
  });

  it('leave a project of several activities to the engine', () => {
    const several = screener.read({ industries: ['2926', '1752'] });
    if ('problems' in several) throw new Error('refused');
    const store = new ColumnStore(table, (activity) => loops.slotsOf(activity));
    expect(store.add(several)).toBeNull();
  });
});
