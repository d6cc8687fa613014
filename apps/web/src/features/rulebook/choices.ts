import { choiceName, ROUTES } from '@ludao/contracts';
import { parametersOf, type RuleSet } from '@ludao/rules';
import type { Field } from '@ludao/rules/entries';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { currentLanguage, type Language } from '../../i18n/index.ts';
import { textOf } from './draft.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Where it stands, or its key. */
  readonly note: string;
}

const rulesQuery = {
  queryKey: ['rulebook-rules'],
  staleTime: 60_000,
  queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
    (await ask(ROUTES.getRuleSet, {}, signal)) as unknown as RuleSet,
};

/** What a field offers: its own options, or what of the rulebook it points to. */
export function useChoices(district: string | null): (field: Field) => readonly Choice[] | null {
  const { i18n } = useTranslation();
  const language = currentLanguage(i18n);
  const { data } = useQuery(rulesQuery);
  return ({ options, refers }) => {
    if (options) {
      return options.map((value) => ({ value, label: choiceName(value)[language], note: '' }));
    }
    if (refers === null || !data) return null;
    return listed(data, refers, district ?? 'CN', language);
  };
}

function listed(
  ruleSet: RuleSet,
  refers: NonNullable<Field['refers']>,
  jurisdiction: string,
  language: Language,
): readonly Choice[] {
  switch (refers) {
    case 'relief':
      return ruleSet.reliefs.flatMap((pack) =>
        pack.reliefs.map(({ id, title, clause }) => ({
          value: id,
          label: title[language],
          note: `《${pack.title}》${clause}`,
        })),
      );
    case 'fact':
      return ruleSet.vocabulary.facts
        .filter(({ type }) => type === 'boolean')
        .map(({ key, label }) => ({ value: key, label: label[language], note: key }));
    case 'parameter': {
      const today = new Date().toISOString().slice(0, 10);
      return parametersOf({ ruleSet, on: today, jurisdiction }).map(({ key, title, value }) => {
        const level = /^period\.\w+\.(\w+)$/.exec(key)?.[1];
        const name = level ? `（${choiceName(level)[language]}）` : '';
        return {
          value: key,
          label: title[language] + name,
          note: value === null ? '' : `${value}`,
        };
      });
    }
    case 'zone':
      return named(ruleSet, ['zoning'], 'code');
    case 'object':
      return named(ruleSet, ['parks', 'reform-areas'], 'id');
    default:
      return named(ruleSet, [refers === 'park' ? 'parks' : 'reform-areas'], 'id');
  }
}

function named(ruleSet: RuleSet, topics: readonly string[], key: string): Choice[] {
  return ruleSet.lists
    .filter(({ topic }) => topics.includes(topic))
    .flatMap(({ entries }) =>
      (entries as readonly object[]).map((entry) => {
        const row = entry as Readonly<Record<string, unknown>>;
        const value = textOf(row[key]);
        return { value, label: textOf(row['name']) || value, note: value };
      }),
    );
}
