import {
  AFTER_CHECK_DAYS,
  CASE_STATES,
  CASE_TRACKS,
  type Bilingual,
  type CaseQuery,
} from '@ludao/contracts';
import { Button, Select } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import type { CaseSearch, Conditions } from './list-search.ts';
import { daysAgo } from '../../ui/today.ts';

const UNFILTERED: Conditions = {
  q: undefined,
  district: undefined,
  park: undefined,
  track: undefined,
  state: undefined,
  filedFrom: undefined,
};

export function Filters(props: {
  readonly search: CaseSearch;
  readonly isFiltered: boolean;
  readonly onChange: (next: Conditions, replace?: boolean) => void;
}) {
  const { t, i18n } = useTranslation('cases');
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
  const select = (key: 'track' | 'state', words: Readonly<Record<string, Bilingual>>) => (
    <Select
      aria-label={t(`filter.${key}`)}
      placeholder={t(`filter.${key}`)}
      allowClear
      popupMatchSelectWidth={false}
      options={Object.entries(words).map(([value, label]) => ({ value, label: label[language] }))}
      value={search[key] ?? null}
      onChange={(chosen: CaseQuery[typeof key] | null) => onChange({ [key]: chosen ?? undefined })}
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
      {select('track', CASE_TRACKS)}
      {select('state', CASE_STATES)}
      {!search.filedFrom && mayIn(session, 'review', 'eia_case') && (
        <Button
          onClick={() => onChange({ filedFrom: daysAgo(AFTER_CHECK_DAYS), state: undefined })}
        >
          {t('filter.afterCheck', { days: AFTER_CHECK_DAYS })}
        </Button>
      )}
      {search.filedFrom && (
        <Button onClick={() => onChange({ filedFrom: undefined })}>
          {t('filter.filedFrom', { day: showDay(search.filedFrom, i18n.language) })} ×
        </Button>
      )}
      {search.park && (
        <Button onClick={() => onChange({ park: undefined })}>{t('filter.park')} ×</Button>
      )}
      {props.isFiltered && (
        <Button type="link" onClick={() => onChange(UNFILTERED)}>
          {desk('clear')}
        </Button>
      )}
    </search>
  );
}
