import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROBLEM_CODES } from '@ludao/contracts/texts';
import { ScreeningAnswer, ScreeningRequest } from '@ludao/contracts';
import type { ProjectInput } from '@ludao/rules';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { shippedLaw } from '../apps/server/src/modules/rulebook/index.ts';
import { root } from './install.mjs';
import { writePersonalData } from './personal-data-page.ts';
import { writeRights } from './rights-page.ts';
import { writeVocabulary } from './vocabulary-page.ts';

const GUIDE = 'docs/guides/screening.md';
const VOCABULARY = 'docs/guides/vocabulary.md';
const RIGHTS = 'docs/guides/rights.md';
const PERSONAL_DATA = 'docs/guides/personal-data.md';
const law = shippedLaw();
const { rulebook, screener } = law;
const { vocabulary, packs } = rulebook.ruleSet;

describe('the vocabulary page', () => {
  it('lists every unit, fact, work, contradiction and item as they are loaded', () => {
    expectWritten(VOCABULARY, 'vocabulary', writeVocabulary(vocabulary, packs));
  });
});

describe('the page of rights', () => {
  it('says in both languages which role may do what to what, as the program decides it', () => {
    expectWritten(RIGHTS, 'rights', writeRights());
  });
});

describe('the page of personal data', () => {
  it('lists every field with purpose, term, mask and basis, as the notice does', () => {
    expectWritten(PERSONAL_DATA, 'personal-data', writePersonalData());
  });
});

describe('the guide to screening', () => {
  const guide = read(GUIDE);
  const examples = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text]) => text!);

  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(3);
  });

  it.each(examples.map((text) => [text.split('\n').find((line) => !line.startsWith('#')), text]))(
    'uses known facts and is answered as it says: %s',
    (_, text) => {
      const content = parse(text, { version: '1.2' }) as Record<string, unknown>;
      if (!('industries' in content || 'works' in content)) {
        expect(unknownFacts(content)).toEqual([]);
        return;
      }
      const { on, jurisdiction, demo, ...project } = ScreeningRequest.parse(content);
      const answer = (demo ? law.demoScreener() : screener).screen(project as ProjectInput, {
        on: on ?? '2026-11-23',
        jurisdiction: jurisdiction ?? '330600',
      });
      expect(answer).not.toHaveProperty('problems');
      if ('problems' in answer) return;
      const said = /# → (\w+)/.exec(text)?.[1];
      if (said !== undefined) expect(answer.level ?? answer.status).toBe(said);
    },
  );

  it('names in its text only facts and options that exist', () => {
    const families = new Set(vocabulary.facts.map(({ key }) => key.split('.')[0]));
    const named = [...guide.matchAll(/`([a-z_]+(?:\.[a-z0-9_]+)*)(?:: ([a-z_]+))?`/g)];
    const wrong = named.filter(([, key, value]) => {
      const fact = screener.table.findFact(key!);
      if (!fact) return key!.includes('.') && families.has(key!.split('.')[0]);
      if (value === undefined || fact.type === 'quantity') return false;
      if (fact.type === 'boolean') return !['true', 'false'].includes(value);
      return !fact.options.some(({ id }) => id === value);
    });
    expect(wrong.map(([text]) => text)).toEqual([]);
  });

  it('explains every field of the answer and every problem', () => {
    const words = [
      ...Object.keys(ScreeningRequest.shape),
      ...Object.keys(ScreeningAnswer.shape),
      ...PROBLEM_CODES,
    ];
    expect(words.filter((word) => !guide.includes(`\`${word}\``))).toEqual([]);
  });
});

describe('the documents', () => {
  const pages = listFiles().filter((path) => path.endsWith('.md'));

  it('link only to what is there', () => {
    const broken = pages.flatMap((path) =>
      linksOf(read(path))
        .filter((link) => !leadsSomewhere(path, link))
        .map((link) => `${path}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('have as many headings in the Chinese README as in the English one', () => {
    expect(headingsOf(read('README.zh-CN.md'))).toHaveLength(headingsOf(read('README.md')).length);
  });

  it('map each of the sixteen measures, and only to files that exist', () => {
    const map = read('docs/policy-map.md');
    const rows = map.slice(map.indexOf('## Measures'), map.indexOf('## Tensions'));
    const numbers = [...rows.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    const named = [...map.matchAll(/`([^`\n]+)`/g)]
      .map(([, path]) => path!)
      .filter((path) => path.includes('/') && !/\s|<|^@|^\/api/.test(path));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

/** The part of a page between its marks is what the program says; LUDAO_WRITE_DOCS=1 writes it. */
function expectWritten(path: string, mark: string, content: string): void {
  const page = read(path);
  const [begin, end] = [`<!-- ${mark}:begin -->\n`, `<!-- ${mark}:end -->`];
  const [from, to] = [page.indexOf(begin) + begin.length, page.indexOf(end)];
  expect(to).toBeGreaterThanOrEqual(from);
  const written = page.slice(from, to);
  const wanted = `\n${content}\n`;
  if (process.env['LUDAO_WRITE_DOCS'] === '1' && written !== wanted) {
    writeFileSync(join(root, path), page.slice(0, from) + wanted + page.slice(to));
  } else {
    expect(written, 'LUDAO_WRITE_DOCS=1 writes it anew').toBe(wanted);
  }
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What git knows or would add. */
function listFiles(): string[] {
  const listed = spawnSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (listed.status !== 0) throw new Error(`git cannot list the files: ${listed.stderr}`);
  const paths = listed.stdout.split('\0').filter((path) => path !== '');
  return paths.filter((path) => existsSync(join(root, path)));
}

function unknownFacts(facts: Record<string, unknown>): string[] {
  return Object.keys(facts).filter((key) => !screener.table.findFact(key));
}

function withoutCode(page: string): string {
  return page.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

/** Relative links and pictures; addresses elsewhere are not followed. */
function linksOf(page: string): string[] {
  return [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)]
    .map(([, link, source]) => link ?? source!)
    .filter((link) => !/^[a-z]+:/i.test(link));
}

function leadsSomewhere(from: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? from : join(dirname(from), path);
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || headingsOf(read(target)).includes(decodeURIComponent(anchor));
}

/** Headings as the anchors that GitHub makes of them. */
function headingsOf(page: string): string[] {
  const prose = page.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
