import { DOCUMENT_STATES, type DocumentState } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import { readDocumentSearch, type Conditions, type DocumentSearch } from './list-search.ts';
import { kindsQuery } from './queries.ts';

const UNFILTERED: Conditions = {
  q: undefined,
  state: undefined,
  kind: undefined,
  volume: undefined,
  mine: undefined,
  outside: undefined,
};

export function Filters(props: {
  readonly search: DocumentSearch;
  readonly isFiltered: boolean;
  readonly onChange: (next: Conditions, replace?: boolean) => void;
}) {
  const { t, i18n } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { data } = useQuery(kindsQuery);
  const { search, onChange } = props;
  const find = useCallback(
    (q: string) => onChange({ q: q === '' ? undefined : q }, true),
    [onChange],
  );
  return (
    <>
      <nav className="state-tabs screen-only" aria-label={t('states')}>
        {([undefined, ...Object.keys(DOCUMENT_STATES)] as (DocumentState | undefined)[]).map(
          (state) => (
            <Link
              key={state ?? 'all'}
              to="/documents"
              search={(now: DocumentSearch) => stated(now, state)}
              activeOptions={{ exact: true }}
              aria-current={search.state === state ? 'true' : undefined}
            >
              {state ? DOCUMENT_STATES[state][language] : t('allStates')}
            </Link>
          ),
        )}
      </nav>
      <search className="filters screen-only">
        <SearchBox
          label={t('search')}
          placeholder={t('searchHint')}
          value={search.q ?? ''}
          onChange={find}
        />
        <Select
          aria-label={t('kind')}
          placeholder={t('anyKind')}
          allowClear
          popupMatchSelectWidth={false}
          options={(data?.kinds ?? []).map(({ kind, name }) => ({
            value: kind,
            label: name[language],
          }))}
          value={search.kind ?? null}
          onChange={(kind: string | null) => onChange({ kind: kind ?? undefined })}
        />
        {search.mine && (
          <Button onClick={() => onChange({ mine: undefined })}>{t('onlyMine')}</Button>
        )}
        {search.outside && (
          <Button onClick={() => onChange({ outside: undefined })}>{t('duty.outside')} ×</Button>
        )}
        {props.isFiltered && (
          <Button type="link" onClick={() => onChange(UNFILTERED)}>
            {desk('clear')}
          </Button>
        )}
      </search>
    </>
  );
}

/** The same question about another state, from its first page. */
function stated(now: DocumentSearch, state: DocumentState | undefined): DocumentSearch {
  return readDocumentSearch({ ...now, state, page: undefined });
}
