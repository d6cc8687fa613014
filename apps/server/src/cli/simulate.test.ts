import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runLudao } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'ludao-simulate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const simulate = (...args: string[]) => runLudao(['simulate', ...args]);

const good = { name: '好', industries: ['2926'], facts: { nature: 'new' }, unstated: 'no' };
const changed = {
  ...good,
  name: '变<b>',
  jurisdiction: '330603',
  place: { park: 'demo-park-plastics' },
  facts: { nature: 'new', building: 'industrial', 'reform.meets_standards': true },
};
const file = join(folder, 'projects.ndjson');
writeFileSync(file, `${JSON.stringify(good)}\n${JSON.stringify(changed)}\n{"industries":["99"\n`);

describe('ludao simulate', () => {
  it('tells counts, the project that changes with its relief, and the bad line', async () => {
    const report = join(folder, 'report.html');
    const { status, out, err } = await simulate('--packs', 'law,demo', file, '--report', report);
    expect(status).toBe(1);
    expect(out).toContain('3 行，已判定 2 个项目，退回 1 行');
    expect(out).toContain('第 2 行 变<b>');
    expect(out).toContain('计入减免后的类别: 环境影响报告表 → 环境影响登记表');
    expect(out).toContain('B 依据 减免：省级以下园区');
    expect(out).toContain('第 3 行: ');
    expect(err).toBe('');
    const page = readFileSync(report, 'utf8');
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('变&lt;b&gt;');
    expect(page).toContain('@page { size: A4');
    expect(page).not.toMatch(/<script|src=|href=|https?:/);
  });

  it('compares two days of one law, as JSON', async () => {
    const days = 'law@2020-06-01,law@2026-01-01';
    const { out } = await simulate('--packs', days, file, '--json', '--list', '1');
    expect(JSON.parse(out)).toMatchObject({
      sides: [{ day: '2020-06-01' }, { day: '2026-01-01' }],
      matrices: { statutory: { refused: { FORM: 1 } } },
      list: [{ line: 1 }],
      refused: 2,
    });
  });

  it.each([
    ['no packs', [file], 2, '--packs'],
    ['one set of packs', ['--packs', 'law', file], 2, '--packs'],
    ['a day that does not exist', ['--packs', 'law@2026-02-30,law', file], 2, '2026-02-30'],
    ['a list without end', ['--packs', 'law,law', file, '--list', 'all'], 2, '--list'],
    ['a file that is not there', ['--packs', 'law,law', 'nowhere.ndjson'], 1, 'nowhere.ndjson'],
    ['a folder without packs', ['--packs', `law,${folder}`, file], 1, 'vocabulary'],
  ])('refuses %s with a message and a non-zero exit', async (_, args, status, word) => {
    const ran = await simulate(...args);
    expect(ran.status).toBe(status);
    expect(ran.err).toContain(word);
    expect(ran.err).not.toContain('    at ');
  });
});
