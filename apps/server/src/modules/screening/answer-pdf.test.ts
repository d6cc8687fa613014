import { readFileSync } from 'node:fs';
import type { ScreeningRequest } from '@ludao/contracts';
import { reasonText } from '@ludao/contracts/reason-texts';
import { screeningZh } from '@ludao/contracts/screening-zh';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { afterAll, describe, expect, it } from 'vitest';
import { readCoverage } from '../../platform/font-coverage.ts';
import { PDF_FONT } from '../../platform/paths.ts';
import { MISSING_GLYPH, openPdfPress, toPrintable } from '../../platform/pdf.ts';
import { outlinesIn } from '../../platform/pdf-testing.ts';
import { theRulebook } from '../rulebook/testing.ts';
import { attachmentOf, makeAnswerPdf, paperOf, TEMPLATE } from './answer-pdf.ts';
import { screen, screenerFor } from './service.ts';

const law = theRulebook();
const press = openPdfPress();
afterAll(() => press.close());
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(PDF_FONT)] }] });
const covers = readCoverage(readFileSync(PDF_FONT));

const STEEL = {
  name: '年产2000吨钢结构件项目',
  industries: ['3311'],
  facts: {
    nature: 'new',
    building: 'industrial',
    'paint.low_voc_t_a': 4,
    'paint.powder_t_a': '20 吨/年',
    'works.waste_gas': true,
    'works.wastewater': 'septic_only',
  },
  unstated: 'no',
} as const satisfies ScreeningRequest;

const MILL = {
  industries: ['1752'],
  unstated: 'no',
  jurisdiction: '330603',
  demo: true,
  place: { park: 'demo-park-textile', facilities: [] },
  facts: {
    nature: 'new',
    building: 'industrial',
    'process.dyeing': true,
    'capacity.t_a': 900,
    'reform.within_park_eia': true,
  },
} as const satisfies ScreeningRequest;

const KINDS: [string, ScreeningRequest, string][] = [
  ['decided', STEEL, '要编制环境影响报告表'],
  ['provisional', { name: '塑料盒', industries: ['2926'] }, '还不能下结论'],
  ['relieved in the demonstration', MILL, '免于办理环评手续'],
  [
    'refused a relief',
    { ...MILL, facts: { ...MILL.facts, 'process.solvent_coating': true } },
    '要编制环境影响报告书',
  ],
  [
    'not listed',
    { industries: ['1811'], unstated: 'no', facts: { nature: 'new' } },
    '不用办环评手续',
  ],
  [
    'with a range of permits',
    {
      industries: ['2926'],
      facts: { nature: 'new', building: 'industrial', 'feature.recycled_plastic': true },
    },
    '要编制环境影响报告书',
  ],
  [
    'a filing that is waived',
    {
      industries: ['3311'],
      facts: {
        nature: 'new',
        building: 'industrial',
        extent: 'only_cut_weld_assemble',
        'works.waste_gas': true,
      },
      unstated: 'no',
    },
    '不用填报环境影响登记表',
  ],
  ['beyond this edition', { industries: ['4710'] }, '还不能下结论'],
  [
    'of several activities',
    { industries: [{ code: '4220', facts: {} }, { code: '2929' }], facts: { nature: 'new' } },
    '还不能下结论',
  ],
];

function answer(request: ScreeningRequest) {
  const found = screen(law, request, '2026-11-23');
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  const screener = screenerFor(law, request);
  return { found, screener, paper: paperOf(screener, request, found) };
}

async function pdfOf(request: ScreeningRequest): Promise<Buffer> {
  const { found, screener } = answer(request);
  return await makeAnswerPdf(press, screener, request, found);
}

/** Every text of a document, as one. */
function textsOf(value: unknown): string {
  if (typeof value === 'string') return `${value}\n`;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textsOf).join('');
}

describe('the PDF of an answer', () => {
  it.each(KINDS)('that is %s is set, and says the verdict first', async (_, request, verdict) => {
    const pdf = await pdfOf(request);
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(answer(request).paper.headline.verdict).toBe(verdict);
  });

  it('shows a range where the permit category is open', () => {
    const { found, paper } = answer(KINDS[5]![1]);
    expect(found.permit?.level).toBeNull();
    expect(textsOf(paper)).toContain('到排污许可重点管理之间');
  });

  it('quotes the whole cell and marks the part that decided', () => {
    const { found, paper } = answer(MILL);
    const { text, quote } = found.items.find(({ decides }) => decides)!.citation!;
    const block = paper.sections[0]!.blocks[0]!;
    expect(block.kind === 'quote' && block.law.join('')).toBe(text);
    expect(block.kind === 'quote' && block.law[1]).toBe(quote);
  });

  it('gives each relief with its state, clause, object, adoption, reasons and tensions', () => {
    for (const request of [MILL, KINDS[3]![1]]) {
      const { found, paper } = answer(request);
      const said = textsOf(paper.sections.find(({ title }) => title === screeningZh.relief.title));
      expect(found.reliefs.length).toBeGreaterThan(0);
      for (const { title, state, quote, clause, object, adoption, reasons } of found.reliefs) {
        const wanted = [
          title.zh,
          screeningZh.relief[`state_${state}`],
          quote,
          clause,
          object?.name ?? '',
          adoption?.documentNo ?? '',
          ...reasons.map((reason) => reasonText(reason, 'zh')),
        ];
        for (const part of wanted) expect(said).toContain(part);
      }
    }
  });

  it('marks demonstration data, and only them', () => {
    expect(answer(MILL).paper.demo?.mark).toContain('演示数据');
    expect(answer({ ...STEEL, demo: true }).paper.demo?.mark).toContain('演示数据');
    expect(answer(STEEL).paper.demo).toBeNull();
  });

  it('lists what was said, what was counted as none, and the digest of the rules', () => {
    const { found, paper } = answer(STEEL);
    const said = textsOf(paper);
    for (const part of ['4 吨/年', '只建化粪池', found.digest.slice(0, 16), '不是行政决定']) {
      expect(said).toContain(part);
    }
  });

  it('is named after the day, for browsers old and new', () => {
    const name = encodeURIComponent('环评结论-2026-11-23.pdf');
    expect(attachmentOf('2026-11-23')).toBe(
      `attachment; filename="eia-answer-2026-11-23.pdf"; filename*=UTF-8''${name}`,
    );
  });
});

describe('what a visitor writes', () => {
  const NAME = '#panic("x") *粗* ] [ \\ $x$ `y` <l> @r // /* " 😀 嵊镕堃喆龘䶮\u0000\n第二行';

  it('is text in the document, never source, whatever signs it has', async () => {
    const request = { ...STEEL, name: NAME };
    expect((await pdfOf(request)).length).toBeGreaterThan(10_000);
    const { paper } = answer(request);
    expect(paper.headline.frame[0]![1]).toBe(
      '#panic("x") *粗* ] [ \\ $x$ `y` <l> @r // /* " □ 嵊镕堃喆龘䶮 第二行',
    );
    expect(paper.closing.join('')).toContain('U+1F600');
    expect(glyphsOf(svgOf(paper)).missing).toBe(0);
  });

  it('may be 200 characters without a space and still leaves two to four pages', async () => {
    const pdf = await pdfOf({ ...STEEL, name: 'W'.repeat(200) });
    const pages = /\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1];
    expect(Number(pages)).toBeGreaterThanOrEqual(2);
    expect(Number(pages)).toBeLessThanOrEqual(4);
  });
});

/** The same document as drawings: one symbol per glyph, so that a missing one can be seen. */
function svgOf(paper: object): string {
  return compiler.plainSvg({
    mainFileContent: TEMPLATE,
    inputs: { data: JSON.stringify(paper) },
  });
}

/** The commands of an outline without its numbers: the same at every size. */
const shapeOf = (outline: string) => outline.replace(/[^a-zA-Z]/g, '');
const BOX = shapeOf(
  /<symbol[^>]*>\s*<path d="([^"]*)"/.exec(
    compiler.plainSvg({
      mainFileContent: '#set text(font: "Noto Sans SC", fallback: false)\n#sys.inputs.data',
      inputs: { data: '😀' },
    }),
  )![1]!,
);

function glyphsOf(svg: string): { drawn: number; missing: number; empty: number } {
  const outlines = new Map(
    [...svg.matchAll(/<symbol id="(\w+)"[^>]*>([\s\S]*?)<\/symbol>/g)].map(([, id, inside]) => [
      id!,
      /<path d="([^"]*)"/.exec(inside!)?.[1] ?? '',
    ]),
  );
  const uses = [...svg.matchAll(/<use xlink:href="#(\w+)"/g)].map(([, id]) => outlines.get(id!));
  const shapes = uses.map((outline) => shapeOf(outline ?? ''));
  return {
    drawn: shapes.filter((shape) => shape.length > 1).length,
    missing: shapes.filter((shape) => shape === BOX).length,
    empty: shapes.filter((shape) => shape.length <= 1).length,
  };
}

describe('every character of the PDF can be seen', () => {
  it('the test would notice one that cannot', () => {
    const { paper } = answer(STEEL);
    const spoilt = { ...paper, headline: { ...paper.headline, lead: '😀' } };
    expect(glyphsOf(svgOf(spoilt)).missing).toBe(1);
  });

  it.each(KINDS)('where the answer is %s', async (_, request) => {
    const { paper } = answer(request);
    const characters = Array.from(textsOf(paper)).filter((sign) => !/\s/.test(sign));
    // The font has each of them …
    expect(characters.filter((sign) => !covers(sign))).toEqual([]);
    // … each is drawn with ink and none as the box of an unknown character …
    const { drawn, missing } = glyphsOf(svgOf(paper));
    expect(missing).toBe(0);
    expect(drawn).toBeGreaterThanOrEqual(characters.length * 0.9);
    // … and the PDF itself carries an outline for each.
    const chinese = new Set(characters.filter((sign) => sign > '\u007f'));
    expect(outlinesIn(await pdfOf(request))).toBeGreaterThanOrEqual(chinese.size);
  });
});

describe('what the law and the vocabulary say', () => {
  it('has no character that would print as a box', () => {
    const { ruleSet } = law.demoScreener();
    const said = new Set(textsOf(ruleSet));
    const boxes = [...said].filter(
      (sign) => sign !== MISSING_GLYPH && toPrintable(sign) === MISSING_GLYPH,
    );
    expect(boxes).toEqual([]);
  });
});
