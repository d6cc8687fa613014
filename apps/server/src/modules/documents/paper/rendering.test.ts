import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  compose,
  PUBLIC_STATEMENT,
  remediesOf,
  titleOf,
  type DocumentPaper,
  type DocumentView,
} from '@ludao/contracts';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { describe, expect, it } from 'vitest';
import { PDF_FONT } from '../../../platform/paths.ts';
import { drawnIn, outlinesIn, type Drawn } from '../../../platform/pdf-testing.ts';
import type { Template } from '../template.ts';
import { openTemplates } from '../templates.ts';
import {
  DOCUMENT_TEMPLATE,
  documentData,
  handOverData,
  publicData,
  RECEIPT_TEMPLATE,
  receiptData,
} from './paper.ts';

const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(PDF_FONT)] }] });
const RARE = '嵊镕堃喆龘䶮①¥SO₂😀';
const ORIGIN = 'https://demo.example';
const OFFICE = { reviewAuthority: '演示市人民政府', court: '演示市人民法院' };

/** Every edition of every template that is shipped. */
const templates = openTemplates();
const PACKS = fileURLToPath(new URL('../../../../../../rulepacks/', import.meta.url));
const shipped = globSync('*/document-templates/*/*.yaml', { cwd: PACKS }).map((path) => {
  const text = readFileSync(`${PACKS}${path}`, 'utf8');
  const said = (key: string) => new RegExp(`^${key}: "?([^"\\n]+)`, 'm').exec(text)![1]!;
  return templates.of(said('kind'), said('edition'));
});
const templateOf = (kind: string) => shipped.find((one) => one.kind === kind)!;

/** A document of the template as its readers are handed it. */
function viewOf(
  template: Template,
  given: Readonly<Record<string, string>>,
  paper: Partial<DocumentPaper> = {},
): DocumentView {
  const first = { first_number: '演环〔2026〕1号', first_title: '告知书', first_day: '2026-11-02' };
  const fields = { ...given, ...(template.effect !== null && first) };
  const title = titleOf(template, fields);
  return {
    id: '00000000-0000-4000-8000-000000000001',
    kind: template.kind,
    kindName: template.name,
    title,
    number: '演环柯桥告〔2026〕128号',
    addressee: `演示企业${RARE}有限公司`,
    office: '演示市生态环境局',
    state: 'SERVED',
    effect: null,
    signedOn: '2026-11-25',
    servedOn: '2026-11-25',
    changedAt: '2026-11-25T01:00:00.000Z',
    version: 7,
    officeId: '',
    periods: [],
    edition: template.edition,
    template: {
      ...template,
      restsOn: [...template.restsOn],
    } as unknown as DocumentView['template'],
    fields,
    paper: {
      issuer: '演示市生态环境局',
      title,
      number: '演环柯桥告〔2026〕128号',
      addressee: `演示企业${RARE}有限公司`,
      body: [...compose(template, fields)],
      remedies: remediesOf(template, OFFICE),
      restsOn: [],
      day: '2026-11-25',
      contact: '演示路1号，电话12345',
      notes: [],
      ...paper,
    },
    digest: '0'.repeat(64),
    subject: { kind: 'enterprise', id: '00000000-0000-4000-8000-000000000002' },
    volume: { id: '00000000-0000-4000-8000-000000000003', name: '检修案', closed: false },
    acts: [],
    seal: null,
    deliveries: [
      {
        outcome: 'SERVED',
        way: 'LEFT',
        on: '2026-11-25',
        countsFrom: '2026-11-25',
        receiver: '收'.repeat(60),
        witness: '证'.repeat(120),
        note: '注'.repeat(300),
        receiptFile: null,
      },
    ],
    record: { mode: 'FRONT', system: '演示系统', number: null, on: null },
    corrects: null,
    followedBy: [],
    verification: '0123456789ABCDEFGHJKMNPQRS',
    may: { steps: [], ownWork: false, followUp: [] },
  };
}

/** What a person may fill in, with rare characters; without what is not required where it is bare. */
function samplesFor(template: Template, bare = false): Record<string, string> {
  return Object.fromEntries(
    template.fields
      .filter(({ required }) => required || !bare)
      .map(({ key, kind, name }) => {
        if (kind === 'date') return [key, '2026-12-31'];
        if (kind === 'line') return [key, `${name.zh}甲${RARE}`];
        return [key, `一、${name.zh}${RARE}。\n二、请你单位做好检修，留存记录。`];
      }),
  );
}

type Data = Record<string, unknown> & { readonly issuer: string };

/** Set as the press sets it, and drawn. */
function draw(template: string, data: Data) {
  const { result } = compiler.compile({
    mainFileContent: template,
    inputs: { data: JSON.stringify(data) },
  });
  const svg = compiler.plainSvg(result!);
  return { pages: result!.numOfPages, drawn: drawnIn(svg), pdf: compiler.pdf(result!) };
}

/** Each character drawn alone at each size that a paper uses: the name of its outline tells it. */
const ALPHABET = `
#let all = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (left: 28mm, right: 26mm))
#set text(font: "Noto Sans SC", fallback: false, lang: "zh", region: "cn")
#layout(room => {
  let head = calc.min(36pt, room.width / calc.max(all.issuer.clusters().len(), 1) * 0.95)
  for size in (head, 9.5pt, 10.5pt, 12pt, 14pt, 16pt, 22pt, 110pt) {
    for one in all.characters { par(text(size: size, one)) }
  }
})`;

function alphabetOf(data: Data): ReadonlyMap<string, string> {
  const characters = [...new Set(`${textsOf(data)}—：（）0123456789`.replace(/\s/g, ''))];
  const svg = compiler.plainSvg({
    mainFileContent: ALPHABET,
    inputs: { data: JSON.stringify({ issuer: data.issuer, characters }) },
  });
  const outlines = [...svg.matchAll(/<use xlink:href="#(\w+)"/g)].map(([, id]) => id!);
  expect(outlines).toHaveLength(characters.length * 8);
  return new Map(outlines.map((id, at) => [id, characters[at % characters.length]!]));
}

function textsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textsOf).join('');
}

const mm = (millimetres: number) => (millimetres / 25.4) * 72;
interface Block {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
/** GB/T 9704-2012: 37 mm above, 35 below, 28 at the binding, 26 outside. */
const PAPER: Block = { left: mm(28), right: mm(184), top: mm(37), bottom: mm(262) };
const SHEET: Block = { left: mm(25), right: mm(185), top: mm(28), bottom: mm(275) };

/** What a reader sees: the text in the block, above it and below it on each page. */
function read(template: string, data: Data, block: Block) {
  const { pages, drawn, pdf } = draw(template, data);
  const alphabet = alphabetOf(data);
  const says = (glyphs: readonly Drawn[]) =>
    glyphs.map(({ outline }) => alphabet.get(outline) ?? '\u{fffd}').join('');
  const upright = drawn.filter(({ slanted }) => !slanted);
  const isHead = ({ bottom }: Drawn) => bottom < block.top;
  const isFoot = ({ top }: Drawn) => top > block.bottom;
  const inside = upright.filter((glyph) => !isHead(glyph) && !isFoot(glyph));
  return {
    pages,
    text: says(inside),
    heads: Array.from({ length: pages }, (_, page) =>
      says(upright.filter((glyph) => glyph.page === page && isHead(glyph))),
    ),
    feet: Array.from({ length: pages }, (_, page) =>
      says(upright.filter((glyph) => glyph.page === page && isFoot(glyph))),
    ),
    marks: says(drawn.filter(({ slanted }) => slanted)),
    outside: inside.filter(
      ({ left, right, top, bottom }) =>
        left < block.left - 0.1 ||
        right > block.right + 0.1 ||
        top < block.top - 0.1 ||
        bottom > block.bottom + 0.1,
    ).length,
    overlapping: overlapping(inside),
    outlines: outlinesIn(pdf),
  };
}

/** Pairs of glyphs with ink in the same place. */
function overlapping(glyphs: readonly Drawn[]): number {
  let found = 0;
  const sorted = glyphs.toSorted((a, b) => a.page - b.page || a.top - b.top);
  for (const [at, one] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next++) {
      const other = sorted[next]!;
      if (other.page !== one.page || other.top >= one.bottom) break;
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - other.top;
      if (width > 1 && height > 1) found++;
    }
  }
  return found;
}

type PaperSaid = ReturnType<typeof documentData>;
const plain = (text: string) => text.replace(/\s/g, '');

/** The words of a paper in the order of the paper. */
function wordsOf(data: PaperSaid): string {
  const { issuer, number, mark, notes, title, addressee, body, remedies, day, words } = data;
  return plain(
    [
      issuer,
      number ?? words.unnumbered,
      mark ?? '',
      ...notes,
      title,
      `${addressee}：`,
      ...body,
      ...remedies,
      issuer,
      day ?? words.undated,
      ...data.closing,
    ].join(''),
  );
}

function expectReadable(data: PaperSaid, pages?: number) {
  const seen = read(DOCUMENT_TEMPLATE, data, PAPER);
  expect(seen.text).toBe(wordsOf(data));
  expect(seen.heads).toEqual(seen.heads.map(() => plain(data.demo ?? '')));
  expect(seen.feet).toEqual(seen.feet.map((_, page) => `—${page + 1}—`));
  expect(seen.marks).toBe((data.draft ?? '').repeat(seen.pages));
  expect({ outside: seen.outside, overlapping: seen.overlapping }).toEqual({
    outside: 0,
    overlapping: 0,
  });
  expect(seen.outlines).toBeGreaterThanOrEqual(new Set(wordsOf(data)).size);
  if (pages !== undefined) expect(seen.pages).toBe(pages);
  return seen;
}

describe('a paper that is drawn shows every character of its text, in its place', () => {
  it.each(shipped.map((template) => [`${template.kind} ${template.edition}`, template] as const))(
    '%s, filled in and with nothing but what it needs',
    (_, template) => {
      for (const bare of [false, true]) {
        const view = viewOf(template, samplesFor(template, bare));
        const { pages } = expectReadable(documentData(view, ORIGIN, true));
        expect(pages).toBeLessThanOrEqual(3);
      }
    },
  );

  it('with rare characters, the plain form of an index, and a box for what the font does not have', () => {
    const view = viewOf(templateOf('notice'), { matter: RARE, content: RARE });
    const { text } = expectReadable(documentData(view, ORIGIN, false));
    expect(text).toContain('关于嵊镕堃喆龘䶮①¥SO2□的告知书');
    expect(text).toContain('演示企业嵊镕堃喆龘䶮①¥SO2□有限公司：');
  });

  it('under a title of 200 characters and an issuer of 30', () => {
    const fields = { matter: '检修设施'.repeat(50), content: '请做好检修。' };
    const issuer = '演示市演示区生态环境局与演示市综合行政执法局联合执法办公室甲';
    expect(issuer).toHaveLength(30);
    expectReadable(documentData(viewOf(templateOf('notice'), fields, { issuer }), ORIGIN, true), 2);
  });

  it('over twelve pages', () => {
    const content = Array.from(
      { length: 76 },
      (_, at) => `${at + 1}、${'请逐项检修。'.repeat(11)}`,
    );
    const view = viewOf(templateOf('notice'), { matter: '检修', content: content.join('\n') });
    expectReadable(documentData(view, ORIGIN, false), 12);
  });

  it('as a draft without number and day, as a withdrawn one, and as the public reads it', () => {
    const view = viewOf(templateOf('notice'), { matter: '检修', content: '请做好检修。' });
    const paper = { ...view.paper, number: null, day: null };
    const draft = { ...view, number: null, verification: null, state: 'DRAFT' as const, paper };
    expectReadable(documentData(draft, ORIGIN, true), 1);
    const noted = { ...view.paper, notes: ['预填/内部编号，非法定备案回执'] };
    expectReadable(documentData({ ...view, effect: 'WITHDRAW', paper: noted }, ORIGIN, true), 1);
    const stored = { paper: view.paper, effect: null, statement: PUBLIC_STATEMENT };
    expectReadable(publicData(stored, true), 1);
  });

  it.each(shipped.map((template) => [template.kind, template] as const))(
    'on the receipt and the hand-over sheet of %s, with the longest that may be written',
    (_, template) => {
      const view = viewOf(template, samplesFor(template));
      for (const data of [receiptData(view, true), handOverData(view, true)]) {
        const seen = read(RECEIPT_TEMPLATE, data, SHEET);
        const rows = data.rows.map(([name, value]) => `${String(name)}${String(value)}`);
        expect(seen.text).toBe(plain([data.issuer, data.title, ...rows, data.hint].join('')));
        expect({ outside: seen.outside, overlapping: seen.overlapping }).toEqual({
          outside: 0,
          overlapping: 0,
        });
      }
    },
  );

  it('and a character that is not drawn would be noticed', () => {
    const view = viewOf(templateOf('notice'), { matter: '检修', content: '请做好检修。' });
    const data = documentData(view, ORIGIN, false);
    const spoilt = { ...data, body: ['请做好😀检修。'] };
    const { text } = read(DOCUMENT_TEMPLATE, spoilt, PAPER);
    expect(text).not.toContain('请做好检修');
    const wide = { ...data, addressee: 'W'.repeat(90) };
    expect(read(DOCUMENT_TEMPLATE, wide, PAPER).outside).toBeGreaterThan(0);
  });
});
