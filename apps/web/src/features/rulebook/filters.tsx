import { ENTRY_STATES, ENTRY_TOPICS, type EntryHead } from '@ludao/contracts';
import { Button, Select } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import type { Conditions, EntrySearch } from './list-search.ts';

/** What the list of entries is narrowed by. */
export function Filters(props: {
  readonly search: EntrySearch;
  readonly onChange: (next: Conditions, replace?: boolean) => void;
}) {
  const { t, i18n } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const language = currentLanguage(i18n);
  const { search, onChange } = props;
  const find = useCallback((q: string) => onChange({ q }, true), [onChange]);
  const { q, topic, district, state } = search;
  const named = <K extends string>(words: Readonly<Record<K, { zh: string; en: string }>>) =>
    (Object.keys(words) as K[]).map((value) => ({ value, label: words[value][language] }));
  const select = <K extends string>(
    label: string,
    placeholder: string,
    options: readonly { readonly value: K; readonly label: string }[],
    value: K | undefined,
    choose: (chosen: K | undefined) => void,
  ) => (
    <Select
      aria-label={label}
      placeholder={placeholder}
      allowClear
      popupMatchSelectWidth={false}
      options={[...options]}
      value={value ?? null}
      onChange={(chosen) => choose(chosen ?? undefined)}
    />
  );
  const counties = session.districts.map((value) => ({
    value,
    label: desk(`counties.${value}`, { defaultValue: value }),
  }));
  return (
    <search className="filters screen-only">
      <SearchBox
        label={t('search')}
        placeholder={t('searchHint')}
        value={q ?? ''}
        onChange={find}
      />
      {select<EntryHead['topic']>(t('topic'), t('anyTopic'), named(ENTRY_TOPICS), topic, (chosen) =>
        onChange({ topic: chosen }),
      )}
      {counties.length > 1 &&
        select(t('county'), t('anyCounty'), counties, district, (chosen) =>
          onChange({ district: chosen }),
        )}
      {select<EntryHead['state']>(t('state'), t('anyState'), named(ENTRY_STATES), state, (chosen) =>
        onChange({ state: chosen }),
      )}
      {[q, topic, district, state].some((condition) => condition !== undefined) && (
        <Button
          type="link"
          onClick={() =>
            onChange({ q: undefined, topic: undefined, district: undefined, state: undefined })
          }
        >
          {desk('clear')}
        </Button>
      )}
    </search>
  );
}
