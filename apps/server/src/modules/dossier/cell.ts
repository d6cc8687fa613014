import type { Bilingual, DossierBlock, DossierCell, DossierValue } from '@ludao/contracts';

type Tone = Extract<DossierValue, { kind: 'mark' }>['tone'];
type Target = Extract<DossierValue, { kind: 'link' }>['to'];

/** What a section puts into its rows. Null, undefined and '' are what is not on record: an empty cell. */
export const cell = {
  text: (text: string | null | undefined): DossierCell => (text ? [{ kind: 'text', text }] : []),
  words: (words: Bilingual | undefined): DossierCell =>
    words ? [{ kind: 'words', ...bare(words) }] : [],
  mark: (tone: Tone, words: Bilingual): DossierCell => [{ kind: 'mark', tone, ...bare(words) }],
  code: (code: string | null): DossierCell => (code ? [{ kind: 'code', code }] : []),
  day: (day: string | null): DossierCell => (day ? [{ kind: 'day', day }] : []),
  span: (from: string | null, to: string | null): DossierCell => [{ kind: 'span', from, to }],
  number: (value: number | null, unit: Bilingual | null = null): DossierCell =>
    value === null ? [] : [{ kind: 'number', value, unit: unit && bare(unit) }],
  county: (code: string | null): DossierCell => (code ? [{ kind: 'county', code }] : []),
  industry: (code: string, name: string): DossierValue => ({ kind: 'industry', code, name }),
  link: (text: string | null, to: Target, id: string | null): DossierCell => {
    if (!text) return [];
    return id === null ? [{ kind: 'text', text }] : [{ kind: 'link', text, to, id }];
  },
} as const;

type Row = readonly [name: Bilingual, value: DossierCell];

export const block = {
  facts: (...rows: readonly Row[]): DossierBlock => ({
    kind: 'facts',
    rows: rows.map(([name, value]) => ({ name: bare(name), value })),
  }),
  /** @param columns numbers stand at the end of their column */
  table: (
    columns: readonly (Bilingual & { readonly end?: boolean })[],
    rows: DossierCell[][],
    empty: Bilingual,
  ): DossierBlock => ({
    kind: 'table',
    columns: columns.map(({ zh, en, end = false }) => ({ title: { zh, en }, end })),
    rows,
    empty: bare(empty),
  }),
  note: (words: Bilingual): DossierBlock => ({ kind: 'note', ...bare(words) }),
} as const;

/** Rows of tables in the contracts say more than their words. */
function bare({ zh, en }: Bilingual): { zh: string; en: string } {
  return { zh, en };
}
