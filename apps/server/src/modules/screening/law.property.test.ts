import type { Fact, FactInput, ProjectInput } from '@ludao/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveredClasses, theRulebook } from '../rulebook/testing.ts';

const { screener, rulebook } = theRulebook();
const pack = rulebook.ruleSet.packs[0]!;
const engine = screener.engineOf(pack);
const { table } = screener;

const codes = coveredClasses(theRulebook());

const AMOUNTS = [0, 0.5, 1, 3, 9.999, 10, 10.001, 65, 999, 1000, 20_000, 200_000, 2_500_000];

function valueOf(fact: Fact): fc.Arbitrary<FactInput> {
  if (fact.type === 'boolean') return fc.boolean();
  if (fact.type === 'choice') return fc.constantFrom(...fact.options.map(({ id }) => id));
  const limit = table.getUnit(fact.unit).max;
  return fc.constantFrom(...AMOUNTS.filter((amount) => amount <= limit));
}

/** A complete project; facts that the code settles are left to the code, presumed ones to that. */
const project = fc.constantFrom(...codes).chain((code) => {
  const facts = table.facts.filter(
    (fact) =>
      !table.isRare(fact) &&
      !(fact.type === 'quantity' && fact.derived) &&
      !(fact.type === 'boolean' && (fact.codes || fact.presumed !== undefined)),
  );
  return fc
    .record(Object.fromEntries(facts.map((fact) => [fact.key, valueOf(fact)])))
    .chain((values) =>
      fc
        .shuffledSubarray(Object.keys(values), { minLength: facts.length, maxLength: facts.length })
        .map((order) => ({ code, values: values as Record<string, FactInput>, order })),
    );
});

function look(input: ProjectInput) {
  const read = screener.read(input);
  if (!('views' in read)) return null;
  const { floor, ceiling, missing } = engine.evaluate(read);
  return { floor, ceiling, missing: missing.map(({ slot, activity }) => `${slot} ${activity}`) };
}

describe('the law, asked fact by fact', () => {
  it('never takes back a decision, never widens the range, never waits for more', () => {
    let decidedEarly = 0;
    fc.assert(
      fc.property(project, ({ code, values, order }) => {
        const known: Record<string, FactInput> = {};
        let before = look({ industries: [code] })!;
        for (const key of order) {
          known[key] = values[key]!;
          const after = look({ industries: [code], facts: known });
          if (!after) return; // The random project contradicts itself from here on.
          expect(after.floor).toBeGreaterThanOrEqual(before.floor);
          expect(after.ceiling).toBeLessThanOrEqual(before.ceiling);
          expect(before.missing).toEqual(expect.arrayContaining(after.missing));
          if (before.floor === before.ceiling) {
            decidedEarly++;
            expect(after).toMatchObject({
              floor: before.floor,
              ceiling: before.ceiling,
              missing: [],
            });
          } else expect(before.missing.length).toBeGreaterThan(0);
          before = after;
        }
      }),
      { numRuns: 150, seed: 20261123 },
    );
    expect(decidedEarly).toBeGreaterThan(1000);
  });

  it('decided with facts unknown, says the same for every completion', () => {
    fc.assert(
      fc.property(project, project, fc.nat(), ({ code, values, order }, other, cut) => {
        const known = Object.fromEntries(
          order.slice(0, cut % order.length).map((key) => [key, values[key]!]),
        );
        const partly = look({ industries: [code], facts: known });
        if (!partly || partly.floor !== partly.ceiling) return;
        for (const rest of [values, other.values]) {
          const complete = look({ industries: [code], facts: { ...rest, ...known } });
          if (complete)
            expect(complete).toMatchObject({ floor: partly.floor, ceiling: partly.ceiling });
        }
      }),
      { numRuns: 1500, seed: 5 },
    );
  });

  it('names every fact whose value alone could still decide', () => {
    fc.assert(
      fc.property(project, fc.nat(), ({ code, values, order }, cut) => {
        const known = Object.fromEntries(
          order.slice(0, cut % order.length).map((key) => [key, values[key]!]),
        );
        const open = look({ industries: [code], facts: known });
        if (!open || open.floor === open.ceiling) return;
        for (const key of order) {
          if (key in known) continue;
          const then = look({ industries: [code], facts: { ...known, [key]: values[key]! } });
          if (!then || (then.floor === open.floor && then.ceiling === open.ceiling)) continue;
          const fact = table.getFact(key);
          const place = fact.scope === 'activity' ? 0 : -1;
          expect(open.missing).toContain(`${table.getSlot(key)} ${place}`);
        }
      }),
      { numRuns: 200, seed: 23 },
    );
  });

  it('never falls because a project does one more thing', () => {
    fc.assert(
      fc.property(project, fc.constantFrom(...codes), ({ code, values }, second) => {
        fc.pre(second !== code);
        const shared = Object.entries(values).filter(
          ([key]) => table.getFact(key).scope === 'project',
        );
        const own = Object.entries(values).filter(
          ([key]) => table.getFact(key).scope === 'activity',
        );
        const one = look({
          industries: [{ code, facts: Object.fromEntries(own) }],
          facts: Object.fromEntries(shared),
        });
        const two = look({
          industries: [{ code, facts: Object.fromEntries(own) }, second],
          facts: Object.fromEntries(shared),
        });
        if (one && two) expect(two.floor).toBeGreaterThanOrEqual(one.floor);
      }),
      { numRuns: 500, seed: 29 },
    );
  });
});
