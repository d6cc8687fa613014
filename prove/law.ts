import type { Engine, Fact, FactInput, ProjectInput } from '@ludao/rules';
import { openRulebook } from '../apps/server/src/modules/rulebook/index.ts';

/**
 * A heavy walk over both catalogues: random projects of every covered industry and pairs of them,
 * told fact by fact in random order. Nothing decided may change, the range may only narrow, the
 * missing facts only shrink, and a second industry may never lower the first one's level.
 * Bounded and seeded; the last line is JSON, the exit code 1 when a promise was broken.
 */
const PROJECTS = Number(process.argv[2] ?? 4000);
const SEED = Number(process.argv[3] ?? 20261123);
const AMOUNTS = [0, 0.5, 1, 1.001, 3, 9.999, 10, 65, 66, 500, 1000, 20_000, 200_000, 2_500_000];

const { screener, rulebook } = openRulebook();
const engines = rulebook.ruleSet.packs.map((pack) => screener.engineOf(pack));
const { table } = screener;
const codes = rulebook.ruleSet.industries
  .map(({ code }) => code)
  .filter((code) => code.length === 4 && code >= '13' && code < '44')
  .filter((code) =>
    engines.every((engine) => engine.programOf({ key: code, kind: 'industry' }).items.length > 0),
  );

/** Mulberry32. */
let state = SEED;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;

function drawValue(fact: Fact): FactInput {
  if (fact.type === 'boolean') return random() < 0.15;
  if (fact.type === 'choice') return pick(fact.options).id;
  const { max } = table.getUnit(fact.unit);
  return pick(AMOUNTS.filter((amount) => amount <= max));
}

function look(input: ProjectInput, engine: Engine) {
  const project = screener.read(input);
  if (!('views' in project)) return null;
  const { floor, ceiling, missing } = engine.evaluate(project);
  return {
    floor,
    ceiling,
    missing: new Set(missing.map(({ slot, activity }) => `${slot} ${activity}`)),
  };
}

const broken: string[] = [];
let steps = 0;
let decidedEarly = 0;
const started = performance.now();
for (let project = 0; project < PROJECTS; project++) {
  // The catalogues take turns: every other project is asked about its permit.
  const engine = engines[project % engines.length]!;
  const [first, second] = [pick(codes), pick(codes)];
  const asked = table.facts
    .filter((fact) => !table.isRare(fact) && !(fact.type === 'quantity' && fact.derived))
    .filter((fact) => !(fact.type === 'boolean' && (fact.codes || fact.presumed !== undefined)))
    .map((fact) => ({ fact, order: random() }))
    .sort((a, b) => a.order - b.order);
  const shared: Record<string, FactInput> = {};
  const own: Record<string, FactInput> = {};
  const input = (): ProjectInput => ({ industries: [{ code: first, facts: own }], facts: shared });
  let before = look(input(), engine)!;
  for (const { fact } of asked) {
    (fact.scope === 'project' ? shared : own)[fact.key] = drawValue(fact);
    const after = look(input(), engine);
    if (!after) break; // The random facts contradict each other from here on.
    steps++;
    const where = `${first} ${JSON.stringify({ ...shared, ...own })}`;
    if (before.floor === before.ceiling) {
      decidedEarly++;
      if (after.floor !== before.floor || after.ceiling !== before.floor)
        broken.push(`changed: ${where}`);
    }
    if (after.floor < before.floor || after.ceiling > before.ceiling)
      broken.push(`widened: ${where}`);
    if ([...after.missing].some((id) => !before.missing.has(id)))
      broken.push(`asks more: ${where}`);
    before = after;
  }
  if (second === first) continue;
  const both = look({ industries: [{ code: first, facts: own }, second], facts: shared }, engine);
  if (both && both.floor < before.floor) broken.push(`lowered by ${second}: ${first}`);
}
const result = {
  proof: 'law',
  projects: PROJECTS,
  seed: SEED,
  industries: codes.length,
  steps,
  decidedEarly,
  broken: broken.length,
  first: broken[0] ?? null,
  seconds: Math.round((performance.now() - started) / 100) / 10,
};
console.log(`${steps} facts told over ${PROJECTS} projects; ${broken.length} promises broken`);
console.log(JSON.stringify(result));
process.exitCode = broken.length > 0 ? 1 : 0;
