import {
  CHECK_LEVELS,
  CHECK_PERMITS,
  PRE_LEASE_OUTCOMES,
  type Bilingual,
  type PreLeaseQuery,
} from '@ludao/contracts';
import { Button, Select } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import type { PreLeaseSearch, Conditions } from './list-search.ts';

const UNFILTERED: Conditions = {
  q: undefined,
  district: undefined,
  outcome: undefined,
  level: undefined,
  permit: undefined,
  from: undefined,
};

export function Filters(props: {
  readonly search: PreLeaseSearch;
  readonly isFiltered: boolean;
  readonly onChange: (next: Conditions, replace?: boolean) => void;
}) {
  const { t, i18n } = useTranslation('preLease');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const language = currentLanguage(i18n);
  const { search, onChange } = props;
  const find = useCallback(
    (q: string) => onChange({ q: q === '' ? undefined : q }, true),
    [onChange],
  );
  const counties = session.districts.map((value) => ({
    value,
    label: desk(`counties.${value}`, { defaultValue: value }),
  }));
  const choices = (words: Readonly<Record<string, Bilingual>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: label[language] }));
  const select = (
    key: 'outcome' | 'level' | 'permit',
    words: Readonly<Record<string, Bilingual>>,
  ) => (
    <Select
      aria-label={t(`filter.${key}`)}
      placeholder={t(`filter.${key}`)}
      allowClear
      popupMatchSelectWidth={false}
      options={choices(words)}
      value={search[key] ?? null}
      onChange={(chosen: PreLeaseQuery[typeof key] | null) =>
        onChange({ [key]: chosen ?? undefined })
      }
    />
  );
  return (
    <search className="filters screen-only">
      <SearchBox
        label={t('search')}
        placeholder={t('searchHint')}
        value={search.q ?? ''}
        onChange={find}
      />
      {counties.length > 1 && (
        <Select
          aria-label={t('county')}
          placeholder={t('anyCounty')}
          allowClear
          options={counties}
          value={search.district ?? null}
          onChange={(district) => onChange({ district: district ?? undefined })}
        />
      )}
      {select('outcome', PRE_LEASE_OUTCOMES)}
      {select('level', CHECK_LEVELS)}
      {select('permit', CHECK_PERMITS)}
      {search.from && (
        <Button onClick={() => onChange({ from: undefined })}>
          {t('filter.from', { day: showDay(search.from, i18n.language) })} ×
        </Button>
      )}
      {props.isFiltered && (
        <Button type="link" onClick={() => onChange(UNFILTERED)}>
          {desk('clear')}
        </Button>
      )}
    </search>
  );
}
