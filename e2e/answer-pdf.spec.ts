import { readFileSync } from 'node:fs';
import type { ScreeningRequest } from '@ludao/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRulebook } from '../apps/server/src/modules/rulebook/index.ts';
import { paperOf, screen, screenerFor } from '../apps/server/src/modules/screening/index.ts';
import { expectSound, openVisitorStage, PHONE, type Stage } from './stage.ts';
import { linkTo, verdictOf } from './wizard.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openVisitorStage();
});
afterAll(() => stage?.close());

const law = openRulebook();
const STEEL: ScreeningRequest = {
  industries: ['3311'],
  facts: { nature: 'new', building: 'industrial', 'paint.low_voc_t_a': 4, 'works.waste_gas': true },
  unstated: 'no',
};
const ASSEMBLY: ScreeningRequest = {
  industries: ['3311'],
  facts: {
    nature: 'new',
    building: 'industrial',
    extent: 'only_cut_weld_assemble',
    'works.waste_gas': true,
  },
  unstated: 'no',
};
const MILL: ScreeningRequest = {
  industries: ['1752'],
  unstated: 'no',
  place: { park: 'demo-park-textile', facilities: [] },
  facts: {
    nature: 'new',
    building: 'industrial',
    'process.dyeing': true,
    'capacity.t_a': 900,
    'reform.within_park_eia': true,
  },
};

describe('the answer as a PDF', () => {
  it('is one click on the answer page, and nothing of the project is sent before', async () => {
    const visitor = await stage.visit(`/answer${linkTo({ project: STEEL })}`, PHONE);
    const { page, requests } = visitor;
    await verdictOf(visitor);
    await expectSound(visitor);
    expect(requests.filter((line) => line.startsWith('POST'))).toEqual([]);
    expect(await page.getByText(/您填的情况会发到服务器排版，不保存/).count()).toBe(1);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载 PDF' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^环评结论-\d{4}-\d\d-\d\d\.pdf$/);
    const file = readFileSync(await download.path());
    expect(file.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(requests.filter((line) => line.startsWith('POST'))).toEqual([
      'POST /api/screenings/pdf',
    ]);
  });

  it('that cannot be made is said, and the page stays as it is', async () => {
    const visitor = await stage.visit(`/answer${linkTo({ project: STEEL })}`);
    const { page } = visitor;
    await verdictOf(visitor);
    await page.route('**/api/screenings/pdf', (route) => route.fulfill({ status: 503 }));
    await page.getByRole('button', { name: '下载 PDF' }).click();
    await page.getByText('正在生成的文件太多').waitFor();
    expect(await page.getByRole('button', { name: '下载 PDF' }).isEnabled()).toBe(true);
  });

  it.each([
    ['a decided answer', STEEL, false],
    ['a provisional answer', { industries: ['2926'] }, false],
    ['a relieved answer', MILL, true],
    [
      'a refused relief',
      { ...MILL, facts: { ...MILL.facts, 'process.solvent_coating': true } },
      true,
    ],
    ['a filing that is waived', ASSEMBLY, false],
    ['an industry that is not covered', { industries: ['4710'] }, false],
  ] as [string, ScreeningRequest, boolean][])(
    'says every sentence that the page says of %s',
    async (_, project, demo) => {
      const visitor = await stage.visit(`/answer${linkTo({ project, demo })}`);
      const { page } = visitor;
      await verdictOf(visitor);
      await page
        .locator('details')
        .evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
      const shown = await page.locator('article.answer').evaluate((article) => {
        const copy = article.cloneNode(true) as HTMLElement;
        for (const own of copy.querySelectorAll('.screen-only, .then, [aria-hidden]')) own.remove();
        const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
        const parts: string[] = [];
        while (walker.nextNode()) parts.push(walker.currentNode.textContent ?? '');
        return parts;
      });
      const day = await page.locator('.frame dd').nth(2).innerText();
      const request = { ...project, on: day, jurisdiction: '330603', demo };
      const answer = screen(law, request, day);
      if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
      const paper = squeeze(textsOf(paperOf(screenerFor(law, request), request, answer)));
      expect(shown.map(squeeze).filter((part) => !paper.includes(part))).toEqual([]);
    },
  );
});

/** The words alone: the page and the document part them in different places. */
function squeeze(text: string): string {
  return text.replace(/[\s：·《》（），。]/g, '');
}

function textsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textsOf).join('\n');
}
