import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { describe, expect, it } from 'vitest';
import { PDF_FONT } from '../../../platform/paths.ts';
import { drawnIn, outlinesIn } from '../../../platform/pdf-testing.ts';
import { paperOf } from './compose.ts';
import type { StoredCertificate } from './model.ts';
import { CERTIFICATE_TEMPLATE, certificateData } from './paper.ts';
import { openCertificateTemplates } from './templates.ts';

const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(PDF_FONT)] }] });
const templates = openCertificateTemplates().listOn('2026-11-25');
const SIZES = [7, 8, 9, 10, 11, 12].flatMap((size) => [size, size * 1.2, size * 1.5, size * 2]);

type Template = (typeof templates)[number];
type Standing = Partial<Pick<StoredCertificate, 'officialNumber' | 'officialOn' | 'recordMode'>>;

function viewOf(template: Template, text: string, standing: Standing = {}) {
  const stored: StoredCertificate = {
    id: '00000000-0000-4000-8000-000000000001',
    ownerOrg: '',
    districtCode: '330603',
    parkId: null,
    holder: '演示企业嵊镕堃有限公司',
    kind: template.kind,
    edition: template.edition,
    aboutKind: 'test',
    aboutId: '',
    number: '登备330603-2026-00001',
    fields: Object.fromEntries(
      template.fields.map(({ key, kind, name }) => [
        key,
        kind === 'date' ? '2026-12-31' : kind === 'line' ? `${name.zh}甲` : text,
      ]),
    ),
    digest: '0'.repeat(64),
    verification: '0123456789ABCDEFGHJKMNPQRS',
    issuedOn: '2026-11-25',
    issuedAt: new Date(0),
    recordMode: 'FRONT',
    officialSystem: '演示备案系统',
    officialNumber: null,
    officialOn: null,
    state: 'VALID',
    stateOn: null,
    stateReason: null,
    version: 1,
    ...standing,
  };
  const { recordMode, officialSystem, officialNumber, officialOn } = stored;
  return {
    ...stored,
    paper: paperOf(stored, template),
    record: {
      mode: recordMode,
      system: officialSystem,
      address: '',
      number: officialNumber,
      on: officialOn,
    },
  };
}

/** Each character drawn alone at each size that the paper uses: the name of its outline tells it. */
const ALPHABET = `
#let all = json(bytes(sys.inputs.data))
#set page(paper: "a4")
#set text(font: "Noto Sans SC", fallback: false, lang: "zh", region: "cn")
#for size in all.sizes { for one in all.characters { par(text(size: size * 1pt, one)) } }`;

/** What a reader sees, and on how many pages. */
function read(view: Parameters<typeof certificateData>[0], isDemo = false) {
  const data = certificateData(view, 'https://demo.example', isDemo);
  const { qr: _, ...words } = data;
  const characters = [...new Set(`${textsOf(words)}：`.replace(/\s/g, ''))];
  const sizes = [...new Set([...SIZES, 8.5, 9.5])];
  const svg = compiler.plainSvg({
    mainFileContent: ALPHABET,
    inputs: { data: JSON.stringify({ characters, sizes }) },
  });
  const outlines = [...svg.matchAll(/<use xlink:href="#(\w+)"/g)].map(([, id]) => id!);
  expect(outlines).toHaveLength(characters.length * sizes.length);
  const alphabet = new Map(outlines.map((id, at) => [id, characters[at % characters.length]!]));
  const { result } = compiler.compile({
    mainFileContent: CERTIFICATE_TEMPLATE,
    inputs: { data: JSON.stringify(data) },
  });
  const drawn = drawnIn(compiler.plainSvg(result!));
  return {
    pages: result!.numOfPages,
    text: drawn.map(({ outline }) => alphabet.get(outline) ?? '\u{fffd}').join(''),
    bottom: Math.max(...drawn.map(({ bottom }) => bottom)),
    outlines: outlinesIn(compiler.pdf(result!)),
  };
}

function textsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textsOf).join('');
}

const plain = (text: string) => text.replace(/\s/g, '');

describe.each(templates.map((template) => [template.kind, template] as const))(
  'the paper of %s',
  (_, template) => {
    it('shows number, holder, every field, the body, the day and the code on one page', () => {
      const view = viewOf(template, '第一行。\n第二行。');
      const { pages, text, bottom } = read(view);
      expect(pages).toBe(1);
      expect(bottom).toBeLessThan((284 / 25.4) * 72);
      for (const { name, kind, text: said } of view.paper.rows) {
        expect(text).toContain(plain(name.zh + (kind === 'date' ? '2026年12月31日' : said)));
      }
      expect(text).toContain(plain(view.paper.title));
      expect(text).toContain('编号：登备330603-2026-00001');
      expect(text).toContain('持有人演示企业嵊镕堃有限公司');
      expect(text).toContain(plain(view.paper.body.join('')));
      expect(text).toContain('2026年11月25日');
      expect(text).toContain('核验码：0123456789ABCDEFGHJKMNPQRS');
      expect(text).not.toContain('\u{fffd}');
    });

    it('still fits on one page with long texts', () => {
      const long = viewOf(template, '请逐项写明建设内容和环保措施。'.repeat(20));
      expect(read(long).pages).toBe(1);
    });
  },
);

describe('the paper of a certificate', () => {
  const template = templates.find(({ kind }) => kind === 'filing_receipt')!;

  it('says that it is no legal receipt until the official system gave its number, and then shows it', () => {
    const waiting = read(viewOf(template, '内容'));
    expect(waiting.text).toContain('预填/内部编号，非法定备案回执演示备案系统给出编号');
    expect(waiting.text).toContain('内部编号：登备');
    const officialNumber = '202633060300000001';
    const closed = viewOf(template, '内容', { officialNumber, officialOn: '2026-11-25' });
    const { text } = read(closed);
    expect(text).not.toContain('预填');
    expect(text).toContain('演示备案系统编号：202633060300000001');
    const record = read(viewOf(template, '内容', { recordMode: 'RECORD' }));
    expect(record.text).not.toContain('预填');
  });

  it('says that it no longer counts, since when and why, and that data are invented', () => {
    const ended = { state: 'ENDED', stateOn: '2026-11-26', stateReason: 'LEFT_PARK' } as const;
    const { text, pages } = read({ ...viewOf(template, '内容'), ...ended }, true);
    expect(text).toContain('本凭证已终止，2026年11月26日（已迁出园区）');
    expect(text).toContain('演示数据');
    expect(pages).toBe(1);
  });
});
