import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Screener, type ProjectInput } from '@ludao/rules';
import { PackError } from '@ludao/rules/load';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRulebook, RULEPACKS } from './store.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ludao-editions-'));
  cpSync(RULEPACKS, folder, { recursive: true });
  cpSync(at('2021'), at('2030'), { recursive: true });
  edit('2030', 'rules.yaml', 'edition: "2021"', 'edition: "2030"');
  edit('2030', 'rules.yaml', 'effective_from: "2021-01-01"', 'effective_from: "2030-01-01"');
  // In the invented edition recycled plastic no longer asks for a report.
  const clause = '      - {any: feature.recycled_plastic, quote: 以再生塑料为原料生产的}\n';
  edit('2030', 'items/23-chemicals-rubber-plastics.yaml', clause, '');
  edit('2030', 'official.json', '以再生塑料为原料生产的；', '');
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (edition: string) => join(folder, 'national/eia-catalogue', edition);

function edit(edition: string, file: string, from: string, to: string): void {
  const path = join(at(edition), file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe('a later edition beside the one in force', () => {
  it('is refused while both would hold on one day', () => {
    expect(() => readRulebook(folder)).toThrow(PackError);
    expect(() => readRulebook(folder)).toThrow(/both in force on one day/);
  });

  it('answers from its first day, and the earlier one until the day before', () => {
    edit('2021', 'rules.yaml', 'effective_to: null', 'effective_to: "2029-12-31"');
    const screener = new Screener(readRulebook(folder).ruleSet);
    const project: ProjectInput = {
      industries: ['2926'],
      facts: { nature: 'new', 'feature.recycled_plastic': true },
      unstated: 'no',
    };
    const answer = (on: string) => {
      const found = screener.screen(project, { on, jurisdiction: '330600' });
      if ('problems' in found) return found.problems[0]!.code;
      return `${found.law.edition} ${found.statutoryLevel}`;
    };
    expect(answer('2020-12-31')).toBe('date.before_any_edition');
    expect(answer('2029-12-31')).toBe('2021 REPORT');
    expect(answer('2030-01-01')).toBe('2030 FORM');
  });
});
