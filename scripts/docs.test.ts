import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROBLEM_CODES } from '@ludao/contracts/texts';
import { ScreeningAnswer, ScreeningRequest } from '@ludao/contracts';
import type { Fact, Item, ProjectInput, RulePack, Text, Vocabulary } from '@ludao/rules';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openRulebook } from '../apps/server/src/modules/rulebook/index.ts';
import { root } from './install.mjs';

const GUIDE = 'docs/guides/screening.md';
const VOCABULARY = 'docs/guides/vocabulary.md';
const law = openRulebook();
const { rulebook, screener } = law;
const { vocabulary, packs } = rulebook.ruleSet;

describe('the vocabulary page', () => {
  it('lists every unit, fact, work, contradiction and item as they are loaded', () => {
    const page = read(VOCABULARY);
    const [begin, end] = ['<!-- vocabulary:begin -->\n', '<!-- vocabulary:end -->'];
    const [from, to] = [page.indexOf(begin) + begin.length, page.indexOf(end)];
    expect(to).toBeGreaterThanOrEqual(from);
    const written = page.slice(from, to);
    const wanted = `\n${writeVocabulary(vocabulary, packs)}\n`;
    if (process.env['LUDAO_WRITE_DOCS'] === '1' && written !== wanted) {
      writeFileSync(join(root, VOCABULARY), page.slice(0, from) + wanted + page.slice(to));
    } else {
      expect(written, 'LUDAO_WRITE_DOCS=1 writes it anew').toBe(wanted);
    }
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

/** The generated part of the vocabulary page: units, facts by group, works, contradictions, items. */
function writeVocabulary(words: Vocabulary, catalogues: readonly RulePack[]): string {
  const items = catalogues.flatMap((pack) => pack.items);
  const units = table(
    ['unit', '中文', 'English', 'may be written', 'largest believed'],
    words.units
      .filter(({ id }) => words.facts.some((fact) => takes(fact, id)))
      .map(({ id, label, multipliers, max }) => [
        asCode(id),
        label.zh,
        label.en,
        Object.keys(multipliers).map(asCode).join(' '),
        max.toLocaleString('en'),
      ]),
  );
  const groups = words.groups.map(({ id, ask, help }) =>
    [
      `### ${id}`,
      `${ask.zh} · ${ask.en}${help ? `\n\n${help.zh} ${help.en}` : ''}`,
      table(
        ['key', 'type', '中文', 'English', 'notes'],
        words.facts.filter(({ group }) => group === id).flatMap(rowsOf),
      ),
    ].join('\n\n'),
  );
  const works = table(
    ['id', '中文', 'English', 'item'],
    words.works.map(({ id, label }) => {
      const own = items.filter((item) => item.works.includes(id));
      return [asCode(id), label.zh, label.en, own.map(({ no }) => no).join(' ')];
    }),
  );
  const contradictions = table(
    ['中文', 'English', 'facts'],
    words.contradictions.map(({ when, text }) => [
      text.zh,
      text.en,
      factsIn(when).map(asCode).join(' '),
    ]),
  );
  const confirmations = table(
    ['code', '中文', 'English'],
    [...confirmationsOf(catalogues)].map(([code, text]) => [asCode(code), text.zh, text.en]),
  );
  const carriedOut = catalogues.map(({ title, items: own }) =>
    [
      `### ${title}`,
      table(
        ['item', '项目类别', 'codes', 'works', 'reads these facts'],
        own.filter(({ executable }) => executable).map(rowOfItem),
      ),
    ].join('\n\n'),
  );
  return [
    `## Units\n\n${units}`,
    `## Facts\n\n${groups.join('\n\n')}`,
    `## Works\n\n${works}`,
    `## What contradicts itself\n\n${contradictions}`,
    `## What an officer may have to confirm\n\n${confirmations}`,
    `## The items that are carried out\n\n${carriedOut.join('\n\n')}`,
  ].join('\n\n');
}

/** By code; where items say it each in their own words, the first stands for all. */
function confirmationsOf(catalogues: readonly RulePack[]): Map<string, Text> {
  const found = new Map<string, Text>();
  for (const { confirmations, items } of catalogues) {
    const own = items.flatMap((item) => item.confirmations);
    for (const { code, text } of [...confirmations, ...own]) {
      if (!found.has(code)) found.set(code, text);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function takes(fact: Fact, unit: string): boolean {
  return fact.type === 'quantity' && fact.unit === unit && !fact.derived;
}

function rowsOf(fact: Fact): string[][] {
  const { key, label, help } = fact;
  const explained = (language: 'zh' | 'en') =>
    help ? `${label[language]}<br>${help[language]}` : label[language];
  const type = { boolean: 'yes/no', choice: 'one of:', quantity: '' }[fact.type];
  const unit = fact.type === 'quantity' ? `amount, ${asCode(fact.unit)}` : '';
  const row = [
    asCode(key),
    type + unit,
    explained('zh'),
    explained('en'),
    notesOf(fact).join('; '),
  ];
  if (fact.type !== 'choice') return [row];
  const options = fact.options.map(({ id, label: name }) => [
    `↳ ${asCode(id)}`,
    'option',
    name.zh,
    name.en,
    id === fact.neutral ? 'taken when left out with `unstated: "no"`' : '',
  ]);
  return [row, ...options];
}

function notesOf(fact: Fact): string[] {
  const notes = fact.scope === 'activity' ? ['each activity'] : [];
  if (fact.type === 'boolean') {
    if (fact.codes?.yes.length) notes.push(`yes by ${fact.codes.yes.map(asCode).join(' ')}`);
    if (fact.codes?.maybe.length)
      notes.push(`say it for ${fact.codes.maybe.map(asCode).join(' ')}`);
    if (fact.presumed !== undefined) notes.push(`presumed ${fact.presumed ? 'yes' : 'no'}`);
  } else if (fact.type === 'choice') {
    if (fact.neutral === undefined) notes.push('stays unknown when left out');
    if (fact.coreOf) notes.push(`must be said for ${fact.coreOf.map(asCode).join(' ')}`);
  } else if (fact.derived) {
    const parts = Object.entries(fact.derived).map(([key, share]) => `${asCode(key)} ÷ ${share}`);
    notes.push(`never given: ${parts.join(' + ')}`);
  } else if (!fact.zeroWhenUnstated) notes.push('stays unknown when left out');
  return notes;
}

function rowOfItem(item: Item): string[] {
  const { clauses, confirmations, gate, attachWhen } = item;
  const all = factsIn([gate, attachWhen, clauses, confirmations]);
  const facts = all.filter((key) => !key.startsWith('area.')).map(asCode);
  const areas = all.length > facts.length ? [asCode('area.…')] : [];
  const codes = item.codes.map(
    (own) => `${asCode(own.code)}${own.star ? '★' : ''}${own.printed ? '' : '°'}`,
  );
  const joins = attachWhen ? [`joins by ${factsIn(attachWhen).map(asCode).join(' ')}`] : [];
  return [
    String(item.no),
    item.name.replaceAll('\n', ''),
    [...codes, ...joins].join(' '),
    item.works.map(asCode).join(' '),
    [...facts, ...areas].join(' '),
  ];
}

/** The keys of all facts that occur anywhere in a parsed condition, in the vocabulary's order. */
function factsIn(conditions: unknown): string[] {
  const text = JSON.stringify(conditions);
  const keys = new Set([...text.matchAll(/"fact":"([^"]+)"/g)].map(([, key]) => key!));
  return vocabulary.facts.map(({ key }) => key).filter((key) => keys.has(key));
}

function asCode(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ');
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
