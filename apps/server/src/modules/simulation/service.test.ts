import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScreeningRequest } from '@ludao/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { theRulebook } from '../rulebook/testing.ts';
import { screen } from '../screening/index.ts';
import type { Both, Entry, Simulation } from './model.ts';
import { openSides, simulate, type SideSpec } from './service.ts';
import type { Side } from './side.ts';

const TODAY = '2026-11-25';
/** The catalogue says report form; a reform area of the demonstration lowers it. */
const LOWERED: ScreeningRequest = {
  name: '塑料盒',
  industries: ['2926'],
  jurisdiction: '330603',
  place: { park: 'demo-park-plastics' },
  facts: { nature: 'new', building: 'industrial', 'reform.meets_standards': true },
  unstated: 'no',
};
const PLAIN: ScreeningRequest = { industries: ['2926'], facts: { nature: 'new' }, unstated: 'no' };
const law: SideSpec = { packs: 'law', day: null };

async function* entriesOf(requests: Iterable<ScreeningRequest>): AsyncGenerator<Entry> {
  let line = 0;
  for (const request of requests) yield { line: ++line, request };
}

const ask = (requests: Iterable<ScreeningRequest>, sides: Both<Side>, list = 50) =>
  simulate(entriesOf(requests), sides, { list, today: TODAY });

describe('law and demonstration side by side', () => {
  let sides: Both<Side>;
  let result: Simulation;
  beforeAll(async () => {
    sides = openSides([law, { packs: 'demo', day: null }], TODAY);
    const open: ScreeningRequest = { industries: ['2926'] };
    const two: ScreeningRequest = { ...PLAIN, industries: ['2926', '1752'] };
    result = await ask([LOWERED, PLAIN, open, two, { industries: ['9999'] }], sides);
  });

  it('shows the project that relief lowers, from what to what, and by which relief', () => {
    expect(result).toMatchObject({ changed: 1, changedBy: { statutory: 0, level: 1, permit: 0 } });
    expect(result.matrices.level).toMatchObject({ FORM: { REGISTRATION: 1 } });
    const [{ line, name, scales, causes }] = result.list as [Simulation['list'][number]];
    expect({ line, name, scales }).toEqual({ line: 1, name: '塑料盒', scales: ['level'] });
    expect(causes[0]).toEqual([]);
    expect(causes[1]).toContainEqual({
      kind: 'relief',
      relief: expect.objectContaining({ relief: 'area_downgrade_below_province' }),
    });
  });

  it('counts every line once: answered or refused', () => {
    expect(result).toMatchObject({ lines: 5, answered: 4, refused: 1, several: 1 });
    expect(result.refusedBy).toEqual({ 'industry.unknown': 1 });
    expect(result.refusals[0]).toMatchObject({ line: 5 });
    for (const matrix of Object.values(result.matrices)) {
      const cells = Object.values(matrix).flatMap((row) => Object.values(row));
      expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(4);
    }
  });

  it('reads a park that one side does not list as unlisted there, and refuses it where none does', async () => {
    expect(result.unlisted).toEqual([1, 0]);
    const nowhere = await ask([{ ...PLAIN, place: { park: 'nowhere' } }], sides);
    expect(nowhere).toMatchObject({ refused: 1, refusedBy: { 'place.unknown_parks': 1 } });
  });

  it('stands where screening each project by itself puts it', async () => {
    for (const request of [LOWERED, PLAIN, { industries: ['2926', '3360'] }]) {
      const alone = screen(theRulebook(), { ...request, demo: true }, TODAY);
      if ('problems' in alone) throw new Error('refused');
      const { matrices } = await ask([request], sides);
      for (const [scale, level] of [
        ['statutory', alone.statutoryLevel ?? alone.status],
        ['level', alone.level ?? alone.status],
        ['permit', alone.permit!.level ?? 'provisional'],
      ] as const) {
        const [to] = Object.values(matrices[scale]).map((row) => Object.keys(row));
        expect([scale, to]).toEqual([scale, [level]]);
      }
    }
  });

  it('keeps no more than it lists, however many lines come', async () => {
    function* many() {
      for (let at = 0; at < 2500; at++) yield LOWERED;
    }
    const { changed, list, looped, matrices } = await ask(many(), sides, 3);
    expect([changed, list.length, looped]).toEqual([2500, 3, 2500]);
    expect(matrices.level).toEqual({ FORM: { REGISTRATION: 2500 } });
  });
});

describe('a folder with a rule changed', () => {
  const copy = mkdtempSync(join(tmpdir(), 'ludao-what-if-'));
  afterAll(() => rmSync(copy, { recursive: true }));

  it('moves the projects that the rule reaches, and names the clause', async () => {
    cpSync(fileURLToPath(new URL('../../../../../rulepacks', import.meta.url)), copy, {
      recursive: true,
    });
    const rules = join(copy, 'national/eia-catalogue/2021/items/10-food-processing.yaml');
    const text = readFileSync(rules, 'utf8');
    expect(text).toContain('any: capacity.t_a >= 10000,');
    writeFileSync(
      rules,
      text.replace('any: capacity.t_a >= 10000,', 'any: capacity.t_a >= 20000,'),
    );
    const mill = (tonnes: number): ScreeningRequest => ({
      industries: ['1311'],
      facts: { nature: 'new', building: 'industrial', 'capacity.t_a': tonnes },
      unstated: 'no',
    });
    const sides = openSides([law, { packs: copy, day: null }], TODAY);
    const { list, matrices } = await ask([9000, 15_000, 20_000].map(mill), sides);
    expect(matrices.statutory).toEqual({
      NOT_LISTED: { NOT_LISTED: 1 },
      FORM: { NOT_LISTED: 1, FORM: 1 },
    });
    expect(list.map(({ line }) => line)).toEqual([2]);
    expect(list[0]!.causes).toMatchObject([[{ kind: 'item', citation: { item: 15 } }], []]);
  });
});

describe('two days of one law', () => {
  it('differ where no edition was in force yet', async () => {
    const sides = openSides(
      [
        { packs: 'law', day: '2020-12-31' },
        { packs: 'law', day: '2021-01-01' },
      ],
      TODAY,
    );
    const { matrices, list } = await ask([PLAIN], sides);
    expect(matrices.statutory).toEqual({ refused: { FORM: 1 } });
    expect(list[0]!.causes[0]).toMatchObject([
      { kind: 'problem', problem: { code: 'date.before_any_edition' } },
    ]);
  });
});
