import {
  DISTRICTS,
  ROUTES,
  STREAM_KINDS,
  type LoggedEvent,
  type StreamKind,
} from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select, Spin } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ExportButton } from '../../../api/export-button.tsx';
import { ProblemState } from '../../../api/problem-state.tsx';
import { currentLanguage } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { RecordList } from '../../../ui/desk/record-list.tsx';
import { SearchBox } from '../../../ui/desk/search-box.tsx';
import { readEventSearch, type Conditions, type EventSearch } from '../search.ts';
import { useColumns } from './columns.tsx';
import { EventDrawer } from './event-drawer.tsx';
import { Protection } from './protection.tsx';

/** The whole event log, for the audit officer; the address says which page of it. */
export function EventLogPage() {
  const { t } = useTranslation('eventLog');
  const { t: desk } = useTranslation('desk');
  const search = useSearch({ from: '/in/event-log' });
  const navigate = useNavigate({ from: '/event-log' });
  const [open, setOpen] = useState<LoggedEvent | null>(null);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['event-log', search],
    queryFn: ({ signal }) => ask(ROUTES.readEventLog, { query: search }, signal),
    placeholderData: keepPreviousData,
    // Every look is recorded: none without somebody who asked for it.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const change = useCallback(
    (next: Conditions<EventSearch>, replace = false) =>
      void navigate({
        search: (now: EventSearch) => readEventSearch({ ...now, before: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const columns = useColumns(setOpen);
  if (error && !data) return <ProblemState error={error} onRetry={() => void refetch()} />;
  const next = data?.next ?? null;
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={<ExportButton route={ROUTES.exportEventLog} input={{ query: search }} />}
      />
      {data && <Protection protection={data.protection} />}
      <Filters search={search} types={data?.types ?? []} onChange={change} />
      {!data && <Spin description={desk('loading')} />}
      {data?.rows.length === 0 && (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      )}
      {data && data.rows.length > 0 && (
        <RecordList<LoggedEvent>
          label={t('title')}
          columns={columns}
          rows={data.rows}
          total={data.rows.length}
          page={1}
          size={data.rows.length}
          sort=""
          busy={isFetching}
          onSort={() => {}}
          onPage={() => {}}
          foot={
            <div className="card-actions screen-only">
              {next !== null && (
                <Button onClick={() => change({ before: next })}>{t('earlier')}</Button>
              )}
              {search.before && (
                <Button onClick={() => change({ before: undefined })}>{t('newest')}</Button>
              )}
            </div>
          }
        />
      )}
      {open && <EventDrawer event={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Filters(props: {
  readonly search: EventSearch;
  readonly types: readonly string[];
  readonly onChange: (next: Conditions<EventSearch>, replace?: boolean) => void;
}) {
  const { t, i18n } = useTranslation('eventLog');
  const { t: desk } = useTranslation('desk');
  const { search, types, onChange } = props;
  const findActor = useCallback(
    (actor: string) => onChange({ actor: actor || undefined }, true),
    [onChange],
  );
  const { before: _, ...conditions } = search;
  return (
    <search className="filters screen-only">
      <SearchBox
        label={t('actor')}
        placeholder={t('actorHint')}
        value={search.actor ?? ''}
        onChange={findActor}
      />
      <Select
        aria-label={t('kind')}
        placeholder={t('anyKind')}
        allowClear
        options={(Object.keys(STREAM_KINDS) as StreamKind[]).map((value) => ({
          value,
          label: STREAM_KINDS[value][currentLanguage(i18n)],
        }))}
        value={search.kind ?? null}
        onChange={(kind) => onChange({ kind: kind ?? undefined })}
      />
      <Select
        aria-label={t('type')}
        placeholder={t('anyType')}
        allowClear
        showSearch
        options={types.map((value) => ({ value, label: value }))}
        value={search.type ?? null}
        onChange={(type) => onChange({ type: type ?? undefined })}
      />
      <Select
        aria-label={t('district')}
        placeholder={t('anyDistrict')}
        allowClear
        options={Object.keys(DISTRICTS).map((value) => ({
          value,
          label: desk(`counties.${value}`),
        }))}
        value={search.district ?? null}
        onChange={(district) => onChange({ district: district ?? undefined })}
      />
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="day-filter">
          {t(end)}
          <Input
            type="date"
            value={search[end] ?? ''}
            onChange={(event) => onChange({ [end]: event.target.value || undefined })}
          />
        </label>
      ))}
      {Object.keys(conditions).length > 0 && (
        <Button
          type="link"
          onClick={() =>
            onChange({
              actor: undefined,
              kind: undefined,
              type: undefined,
              district: undefined,
              from: undefined,
              to: undefined,
            })
          }
        >
          {desk('clear')}
        </Button>
      )}
    </search>
  );
}
