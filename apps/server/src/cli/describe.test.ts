import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runLudao } from './testing.ts';

const CLI = fileURLToPath(new URL('main.ts', import.meta.url));
const TEXT = '租用厂房1200平方米，年产塑料餐盒800万套，水性油墨3吨/年，无电镀，喷漆';

function spawnLudao(args: string[], input: string) {
  const env = { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' };
  const ran = spawnSync(process.execPath, [CLI, ...args], { input, encoding: 'utf8', env });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

describe('ludao screen --text', () => {
  it('proposes what the text says with its words, and says that nothing was decided', async () => {
    const { status, out } = await runLudao(['screen', '--text', TEXT]);
    expect(status).toBe(0);
    expect(out).toContain('没有作出任何判断');
    expect(out).toContain('2927 日用塑料制品制造  「塑料餐盒」');
    expect(out).toMatch(/ink\.low_voc_t_a\): 3吨\/年 {2}「水性油墨3吨\/年」/);
    expect(out).toMatch(/process\.electroplating\): 没有 {2}「电镀」/);
    expect(out).toContain('用量后面会问');
    expect(out).toContain('「1200平方米」');
    expect(out).not.toMatch(/报告表|报告书|登记表/);
  });

  it('says it in English', async () => {
    const { out } = await runLudao(['screen', '--text', TEXT, '--lang', 'en']);
    expect(out).toContain('nothing was decided');
    expect(out).toContain('Electroplating (process.electroplating): no');
  });

  it('reads standard input and answers as JSON', async () => {
    const { status, out } = spawnLudao(['screen', '--text', '-', '--json'], TEXT);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      decided: false,
      proposals: expect.arrayContaining([
        expect.objectContaining({ kind: 'industry', code: '2927', ambiguous: false }),
      ]),
      unrecognised: [{ start: 4, end: 11, text: '1200平方米' }],
    });
  });

  it('says so when nothing was recognised', async () => {
    expect((await runLudao(['screen', '--text', 'hello'])).out).toContain('没有看出什么');
  });

  it.each([
    ['no text', ['screen', '--text', ' '], 1, '还没有写内容'],
    ['a text above the limit', ['screen', '--text', '电'.repeat(5001)], 1, '5000'],
    ['a file beside a text', ['screen', 'p.yaml', '--text', TEXT], 2, '--text'],
  ])('refuses %s with a message and a non-zero exit', async (_, args, status, word) => {
    const ran = await runLudao(args);
    expect(ran.status).toBe(status);
    expect(ran.err).toContain(word);
  });
});
