import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PackError } from '@ludao/rules/load';
import { endFault, fieldsFault, outsideFault, writeNumber } from './decide.ts';
import { openCertificateTemplates } from './templates.ts';

const shipped = new URL(
  '../../../../../../rulepacks/shaoxing/certificate-templates/2026/admission.yaml',
  import.meta.url,
);
const root = mkdtempSync(join(tmpdir(), 'ludao-certificates-'));
const folder = join(root, 'shaoxing/certificate-templates/2026');
mkdirSync(folder, { recursive: true });
afterAll(() => rmSync(root, { recursive: true }));

/** What the loader says of the shipped template of an admission, changed. */
function faultsOf(change: (text: string) => string, second = ''): string[] {
  const text = readFileSync(shipped, 'utf8');
  writeFileSync(join(folder, 'one.yaml'), change(text));
  writeFileSync(
    join(folder, 'two.yaml'),
    second || text.replaceAll('admission', 'other').replace('入驻{', '别{'),
  );
  try {
    openCertificateTemplates(root);
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.message.split('\n');
  }
}

describe('a template of a certificate', () => {
  it('is read with the number pattern, the fields and the body of its edition', () => {
    const templates = openCertificateTemplates();
    expect(templates.listOn('2026-11-25').map(({ kind, act }) => [kind, act])).toEqual([
      ['admission', null],
      ['filing_receipt', 'filing'],
      ['zero_land_record', 'filing'],
    ]);
    expect(templates.on('admission', '2025-12-31')).toBeUndefined();
    expect(faultsOf((text) => text)).toEqual([]);
  });

  it.each([
    ['a blank that is no field', (text: string) => text.replace('{{park}}', '{{garden}}')],
    ['a number without the county', (text: string) => text.replace('{district}-', '')],
    ['two fields of one key', (text: string) => text.replace('key: unit', 'key: park')],
    [
      'a field that the program knows itself',
      (text: string) => text.replace('key: unit', 'key: number'),
    ],
    ['an act that no list knows', (text: string) => text.replace('act: null', 'act: magic')],
    [
      'nothing that it rests on',
      (text: string) => text.replace(/rests_on:[^]*?title: 园区/, 'rests_on: []\ntitle: 园区'),
    ],
  ])('keeps the program from starting, with file and line, for %s', (_, change) => {
    expect(faultsOf(change).join('\n')).toMatch(/one\.yaml:\d+:\d+/);
  });

  it('shares neither its days with another edition nor its numbers with another kind', () => {
    const text = readFileSync(shipped, 'utf8');
    const later = text.replace('edition: 2026-1', 'edition: 2026-2');
    expect(faultsOf((one) => one, later).join('\n')).toContain('two editions count on one day');
    const other = text.replace('kind: admission', 'kind: other');
    expect(faultsOf((one) => one, other).join('\n')).toContain('would give the same numbers');
  });
});

describe('a certificate', () => {
  const template = openCertificateTemplates().on('admission', '2026-11-25')!;
  const fields = Object.fromEntries(template.fields.map(({ key }) => [key, '']));

  it('bears county, year and a serial number of five digits or more', () => {
    const at = { district: '330603', year: 2026 };
    expect(writeNumber(template.pattern, { ...at, serial: 7 })).toBe('入驻330603-2026-00007');
    expect(writeNumber(template.pattern, { ...at, serial: 123_456 })).toBe(
      '入驻330603-2026-123456',
    );
  });

  it('needs every field of its template, no other, and none that is longer than its page', () => {
    const { park: _, ...without } = fields;
    expect(fieldsFault(template, fields)).toBeUndefined();
    expect(fieldsFault(template, without)).toBe('fields are missing: park');
    expect(fieldsFault(template, { ...fields, more: '' })).toBe('fields are unknown: more');
    expect(fieldsFault(template, { ...fields, park: '长'.repeat(200) })).toBeUndefined();
    expect(fieldsFault(template, { ...fields, park: '长'.repeat(201) })).toContain(
      'park is longer',
    );
  });

  it('ends once', () => {
    for (const to of ['ENDED', 'REVOKED', 'SUPERSEDED'] as const) {
      expect(endFault({ state: 'VALID' }, to)).toBeUndefined();
      expect(endFault({ state: to }, 'ENDED')).toMatchObject({ refused: 'CERTIFICATE_NOT_VALID' });
    }
  });

  it('takes an official number in every case in which it may, and for the first thing that is wrong', () => {
    const [today, asked] = ['2026-11-25', { number: '外1号', on: '2026-11-25', reason: null }];
    for (const recordMode of ['OWN', 'RECORD', 'FRONT'] as const) {
      for (const state of ['VALID', 'ENDED', 'REVOKED', 'SUPERSEDED'] as const) {
        for (const officialNumber of [null, '外0号']) {
          for (const mayCorrect of [true, false]) {
            for (const reason of [null, 'ENTERED_WRONGLY'] as const) {
              const given = { ...asked, reason };
              const standing = { recordMode, state, officialNumber };
              const expected =
                recordMode !== 'FRONT'
                  ? 'CERTIFICATE_NOT_OUTSIDE'
                  : state !== 'VALID'
                    ? 'CERTIFICATE_NOT_VALID'
                    : officialNumber === null
                      ? undefined
                      : !mayCorrect
                        ? 'OFFICIAL_NUMBER_ENTERED'
                        : reason === null
                          ? 'CORRECTION_NEEDS_REASON'
                          : undefined;
              const fault = outsideFault(standing, given, { mayCorrect, today });
              expect(fault?.refused).toBe(expected);
            }
          }
        }
      }
    }
    const standing = { recordMode: 'FRONT', state: 'VALID', officialNumber: null } as const;
    const at = { mayCorrect: false, today };
    expect(outsideFault(standing, { ...asked, on: '2026-11-26' }, at)?.refused).toBe(
      'OFFICIAL_DAY_IN_FUTURE',
    );
    expect(outsideFault(standing, { ...asked, number: '<b>1' }, at)?.refused).toBe(
      'TEXT_HAS_MARKUP',
    );
  });
});
