import { Button, Input, Select } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import type { Conditions, EnterpriseSearch } from './list-search.ts';

const UNFILTERED: Conditions = {
  q: undefined,
  district: undefined,
  park: undefined,
  industry: undefined,
  tenancy: undefined,
  profile: undefined,
  waste: undefined,
};
const SAID = {
  tenancy: ['in', 'out'],
  profile: ['full', 'missing'],
  waste: ['yes', 'no'],
} as const;

export function Filters(props: {
  readonly search: EnterpriseSearch;
  readonly parkName: string | undefined;
  readonly onChange: (next: Conditions, replace?: boolean) => void;
}) {
  const { t } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const { search, onChange } = props;
  const find = useCallback((q: string) => onChange({ q }, true), [onChange]);
  const counties = session.districts.map((value) => ({
    value,
    label: desk(`counties.${value}`, { defaultValue: value }),
  }));
  const { page: _, sort: __, ...conditions } = search;
  const { q, district, park, industry } = search;
  const isFiltered = Object.values(conditions).some((condition) => condition !== undefined);
  return (
    <search className="filters screen-only">
      <SearchBox
        label={t('search')}
        placeholder={t('searchHint')}
        value={q ?? ''}
        onChange={find}
      />
      {counties.length > 1 && (
        <Select
          aria-label={t('county')}
          placeholder={t('anyCounty')}
          allowClear
          options={counties}
          value={district ?? null}
          onChange={(chosen) => onChange({ district: chosen ?? undefined })}
        />
      )}
      <IndustryFilter
        value={industry ?? ''}
        onChange={(code) => onChange({ industry: code === '' ? undefined : code }, true)}
      />
      {(['tenancy', 'profile', 'waste'] as const).map((key) => (
        <Select
          key={key}
          aria-label={t(`filter.${key}.any`)}
          placeholder={t(`filter.${key}.any`)}
          allowClear
          options={SAID[key].map((value) => ({ value, label: t(`filter.${key}.${value}`) }))}
          value={search[key] ?? null}
          onChange={(chosen: string | null) => onChange({ [key]: chosen ?? undefined })}
        />
      ))}
      {park && (
        <Button onClick={() => onChange({ park: undefined })}>
          {t('ofPark', { name: props.parkName ?? '' })} ×
        </Button>
      )}
      {isFiltered && (
        <Button type="link" onClick={() => onChange(UNFILTERED)}>
          {desk('clear')}
        </Button>
      )}
    </search>
  );
}

/** A code is asked for when it is complete enough to mean something. */
function IndustryFilter(props: {
  readonly value: string;
  readonly onChange: (code: string) => void;
}) {
  const { t } = useTranslation('enterprises');
  const [typed, setTyped] = useState(props.value);
  const [seen, setSeen] = useState(props.value);
  if (seen !== props.value) {
    setSeen(props.value);
    setTyped(props.value);
  }
  return (
    <Input
      className="industry-filter"
      aria-label={t('industryFilter')}
      placeholder={t('industryFilter')}
      inputMode="numeric"
      allowClear
      value={typed}
      onChange={(event) => {
        const code = event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 4);
        setTyped(code);
        if (code.length !== 1 && code !== props.value) props.onChange(code);
      }}
    />
  );
}
