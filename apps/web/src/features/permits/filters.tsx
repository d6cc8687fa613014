import {
  DISTRICTS,
  HELD_CATEGORIES,
  PERMIT_CATEGORIES,
  PERMIT_STATES,
  RENEWAL_DAYS,
  RENEWAL_NOTICE_DAYS,
  type PermitState,
} from '@ludao/contracts';
import { Button, Select } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import type { Conditions, PermitSearch } from './list-search.ts';

const UNFILTERED: Conditions = {
  q: undefined,
  category: undefined,
  state: undefined,
  ends: undefined,
  waiting: undefined,
  district: undefined,
  holder: undefined,
};
const ENDS = [RENEWAL_DAYS, RENEWAL_DAYS + RENEWAL_NOTICE_DAYS, 180, 365];

export function Filters(props: {
  readonly search: PermitSearch;
  readonly isFiltered: boolean;
  readonly onChange: (next: Conditions, replace?: boolean) => void;
}) {
  const { t, i18n } = useTranslation('permits');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const session = useSession();
  const { search, onChange } = props;
  const find = useCallback(
    (q: string) => onChange({ q: q === '' ? undefined : q }, true),
    [onChange],
  );
  const counties = session.districts.filter((code) => !code.endsWith('00'));
  const select = (
    name: 'category' | 'state' | 'ends' | 'waiting' | 'district',
    options: readonly { readonly value: string | number; readonly label: string }[],
  ) => (
    <Select
      aria-label={t(`filter.${name}`)}
      placeholder={t(`filter.${name}`)}
      allowClear
      popupMatchSelectWidth={false}
      options={[...options]}
      value={search[name] ?? null}
      onChange={(value: string | number | null | undefined) =>
        onChange({ [name]: value ?? undefined })
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
      {select(
        'category',
        HELD_CATEGORIES.map((value) => ({ value, label: PERMIT_CATEGORIES[value][language] })),
      )}
      {select(
        'state',
        (Object.keys(PERMIT_STATES) as PermitState[]).map((value) => ({
          value,
          label: PERMIT_STATES[value][language],
        })),
      )}
      {select(
        'ends',
        ENDS.map((value) => ({ value, label: t('filter.within', { count: value }) })),
      )}
      {select(
        'waiting',
        (['office', 'party', 'any'] as const).map((value) => ({
          value,
          label: t(`waiting.${value}`),
        })),
      )}
      {counties.length > 1 &&
        select(
          'district',
          counties.map((value) => ({
            value,
            label: DISTRICTS[value as keyof typeof DISTRICTS]?.[language] ?? value,
          })),
        )}
      {props.isFiltered && (
        <Button type="link" onClick={() => onChange(UNFILTERED)}>
          {desk('clear')}
        </Button>
      )}
    </search>
  );
}
