import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runLudao } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'ludao-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The program of its own, for what only a process has. */
function spawnLudao(args: string[], input: string) {
  const cli = fileURLToPath(new URL('main.ts', import.meta.url));
  const env = { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' };
  const ran = spawnSync(process.execPath, [cli, ...args], { input, encoding: 'utf8', env });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const PLASTICS = 'name: 塑料盒\nindustries: ["2926"]\nfacts: {nature: new}\nunstated: "no"\n';

describe('ludao screen', () => {
  it('answers a YAML file in Chinese with the clause that decided', async () => {
    const { status, out } = await runLudao(['screen', file('p.yaml', PLASTICS)]);
    expect(status).toBe(0);
    expect(out).toContain('环境影响报告表  [FORM]');
    expect(out).toContain('第53项');
    expect(out).toContain('生态环境部令第16号');
    expect(out).toMatch(/规则摘要 sha256 [0-9a-f]{64}/);
  });

  it('answers a JSON project from standard input, as JSON, for a day and a county', async () => {
    const args = [
      'screen',
      '-',
      '--json',
      '--on',
      '2024-06-01',
      '--jurisdiction',
      '330603',
      '--explain',
    ];
    const { status, out } = spawnLudao(
      args,
      '{"industries":["2926"],"facts":{"feature.recycled_plastic":true}}',
    );
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      statutoryLevel: 'REPORT',
      level: 'REPORT',
      on: '2024-06-01',
      jurisdiction: '330603',
      trace: expect.any(Array),
    });
  });

  it('also writes the answer as a PDF, where a file can be written', async () => {
    const out = join(folder, 'answer.pdf');
    const ran = await runLudao(['screen', file('p.yaml', PLASTICS), '--pdf', out]);
    expect(ran).toMatchObject({ status: 0, out: expect.stringContaining('[FORM]') });
    expect(readFileSync(out, 'latin1').slice(0, 5)).toBe('%PDF-');
    const nowhere = join(folder, 'nowhere', 'answer.pdf');
    expect(await runLudao(['screen', file('p.yaml', PLASTICS), '--pdf', nowhere])).toMatchObject({
      status: 2,
      err: expect.stringContaining('--pdf'),
    });
  });

  it('says in English what is missing', async () => {
    const { out } = await runLudao([
      'screen',
      file('e.yaml', 'industries: ["2926"]\n'),
      '--lang',
      'en',
    ]);
    expect(out).toContain('Provisional');
    expect(out).toContain('Solvent-based paint');
  });

  it.each([
    ['a file that is not there', ['screen', 'nowhere.yaml'], 1, 'nowhere.yaml'],
    ['broken YAML', ['screen', file('b.yaml', 'industries: [')], 1, 'b.yaml'],
    [
      'ten megabytes',
      ['screen', file('big.yaml', `name: ${'x'.repeat(10_000_000)}`)],
      1,
      '1048576',
    ],
    ['a bomb of aliases', ['screen', file('bomb.yaml', bomb())], 1, 'bomb.yaml'],
    ['an unknown field', ['screen', file('f.yaml', 'industry: "2926"\n')], 1, 'industry'],
    ['an unknown industry', ['screen', file('i.yaml', 'industries: ["9999"]\n')], 1, '9999'],
    [
      'a wrong unit',
      ['screen', file('u.yaml', 'industries: ["2926"]\nfacts: {paint.solvent_t_a: 3 lb}\n')],
      1,
      'lb',
    ],
    [
      'a date before any edition',
      ['screen', file('d.yaml', PLASTICS), '--on', '2019-01-01'],
      1,
      '2021-01-01',
    ],
    [
      'a day that does not exist',
      ['screen', file('d.yaml', PLASTICS), '--on', '2026-02-30'],
      2,
      '2026-02-30',
    ],
    ['a misspelt flag', ['screen', file('d.yaml', PLASTICS), '--explian'], 2, 'explian'],
    ['no file', ['screen'], 2, 'FILE'],
    ['an unknown command', ['scren'], 2, 'scren'],
  ])('refuses %s with a message and a non-zero exit', async (_, args, status, word) => {
    const ran = await runLudao(args);
    expect(ran.status).toBe(status);
    expect(ran.err).toContain(word);
    expect(ran.err).not.toContain('    at ');
  });
});

describe('ludao packs', () => {
  it('lists every pack with issuer, edition, dates, layer, confidence and cases', async () => {
    const { status, out } = await runLudao(['packs']);
    expect(status).toBe(0);
    expect(out).toContain('生态环境部 生态环境部令第16号 · edition 2021 · 2021-01-01 … —');
    expect(out).toContain('MINISTRY_RULE · verified');
    expect(out).toContain('items 173/173 executable');
    expect(out).toContain('items 112/112 executable');
    expect(out).toContain('exclusion-list · not entered');
  });

  it('names for each item and level the case that hits it and the one that just misses it', async () => {
    const { packs } = JSON.parse((await runLudao(['packs', '--json'])).out) as {
      packs: {
        items: { item: number; executable: boolean; levels: { hit: string; nearMiss: string }[] }[];
      }[];
    };
    expect(packs.map(({ items }) => items.length)).toEqual([173, 112]);
    for (const { executable, levels } of packs.flatMap(({ items }) => items)) {
      expect(executable).toBe(true);
      for (const level of levels) {
        expect(level.hit).toMatch(/cases\/[a-z0-9-]+\.yaml:\d+$/);
        expect(level.nearMiss).toMatch(/cases\/[a-z0-9-]+\.yaml:\d+$/);
      }
    }
  });
});

describe('a pack with a typo', () => {
  const ITEMS = 'national/eia-catalogue/2021/items';
  const law = fileURLToPath(new URL('../../../../rulepacks', import.meta.url));

  it.each([
    [
      'an unknown fact',
      `${ITEMS}/23-chemicals-rubber-plastics.yaml`,
      'any: feature.recycled_plastic',
      'any: feature.recycled_plastics',
      'feel.unknown_fact',
    ],
    [
      'a full-width sign',
      `${ITEMS}/17-wood-paper-printing.yaml`,
      'capacity.m3_a >= 200000',
      'capacity.m3_a ＞ 200000',
      'feel.full_width',
    ],
    [
      'a part of the law left out',
      `${ITEMS}/14-textile-leather.yaml`,
      '      - {any: process.water_jet, quote: 有喷水织造工艺的}\n',
      '',
      'clause.left_out',
    ],
    [
      'a unit nobody knows',
      'vocabulary/40-materials.yaml',
      'paint.solvent_t_a: {type: quantity, unit: t/a',
      'paint.solvent_t_a: {type: quantity, unit: lb/a',
      'fact.unit',
    ],
    [
      'a broken transcription',
      'national/eia-catalogue/2021/official.json',
      '"no": 53',
      '"no": "53"',
      'file.content',
    ],
  ])(
    'is refused for %s with file and line, and nothing is answered from it',
    async (_, path, from, to, code) => {
      const copy = mkdtempSync(join(folder, 'law-'));
      cpSync(law, copy, { recursive: true });
      const text = readFileSync(join(copy, path), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(copy, path), text.replace(from, to));
      const { status, out, err } = await runLudao(['packs', '--folder', copy]);
      expect(status).toBe(1);
      expect(out).toBe('');
      expect(err).toMatch(new RegExp(`${path}:\\d+:\\d+ ${code}`));
      expect(err).not.toContain('    at ');
    },
  );

  it('or without its folder is refused in plain words', async () => {
    const { status, err } = await runLudao(['packs', '--folder', join(folder, 'nowhere')]);
    expect([status, err]).toEqual([1, expect.stringContaining('vocabulary')]);
  });
});

function bomb(): string {
  const lines = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (let at = 1; at < 9; at++) {
    const before = String.fromCharCode(96 + at);
    const name = String.fromCharCode(97 + at);
    lines.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`);
  }
  return lines.join('\n');
}
