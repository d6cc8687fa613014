import {
  DUPLICATE_REASONS,
  ROUTES,
  type DuplicatePair,
  type DuplicateQuery,
  type DuplicateReason,
} from '@ludao/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Pagination, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { useSession } from '../../../api/session.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { readDuplicateSearch, type Conditions, type DuplicateSearch } from './search.ts';

const SIZE = 20;

/** Pairs that may be one enterprise. All of the list's state is in the address. */
export function DuplicatesPage() {
  const { t } = useTranslation('merging');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const search = useSearch({ from: '/in/enterprises/duplicates' });
  const navigate = useNavigate({ from: '/enterprises/duplicates' });
  const query = { ...search, size: SIZE };
  const { data, error, refetch } = useQuery({
    queryKey: ['enterprise-duplicates', query],
    queryFn: ({ signal }) => ask(ROUTES.listDuplicates, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = (next: Conditions) =>
    void navigate({
      search: (now: DuplicateSearch) => readDuplicateSearch({ ...now, page: undefined, ...next }),
    });
  const [from, total] = [((search.page ?? 1) - 1) * SIZE + 1, data?.total ?? 0];
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button
            href={addressOf(ROUTES.exportDuplicates, { query: { ...search, page: undefined } })}
            download
            icon={<Icon name="download" />}
          >
            {desk('export')}
          </Button>
        }
      />
      <Filters search={search} onChange={change} />
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {data?.total === 0 && !error && (
        <EmptyState title={t('nothing')}>
          <p>{t('nothingText')}</p>
        </EmptyState>
      )}
      {data && data.total > 0 && (
        <>
          <ul aria-label={t('list')}>
            {data.rows.map((pair) => (
              <li key={pair.one.id + pair.other.id} className="sheet pair">
                <Pair pair={pair} />
              </li>
            ))}
          </ul>
          <div className="record-foot">
            <p role="status">{desk('of', { from, to: Math.min(from + SIZE - 1, total), total })}</p>
            {total > SIZE && (
              <Pagination
                size="small"
                current={search.page ?? 1}
                pageSize={SIZE}
                total={total}
                showSizeChanger={false}
                showLessItems
                onChange={(page) => change({ page })}
              />
            )}
          </div>
        </>
      )}
    </>
  );
}

function Filters(props: {
  readonly search: DuplicateSearch;
  readonly onChange: (next: Conditions) => void;
}) {
  const { t, i18n } = useTranslation('merging');
  const { t: desk } = useTranslation('desk');
  const { districts } = useSession();
  const { search, onChange } = props;
  return (
    <search className="filters screen-only">
      {districts.length > 1 && (
        <Select
          aria-label={t('county')}
          placeholder={t('anyCounty')}
          allowClear
          options={districts.map((value) => ({
            value,
            label: desk(`counties.${value}`, { defaultValue: value }),
          }))}
          value={search.district ?? null}
          onChange={(district) => onChange({ district: district ?? undefined })}
        />
      )}
      <Select
        aria-label={t('why')}
        placeholder={t('anyReason')}
        allowClear
        options={(Object.keys(DUPLICATE_REASONS) as DuplicateReason[]).map((value) => ({
          value,
          label: DUPLICATE_REASONS[value][currentLanguage(i18n)],
        }))}
        value={search.reason ?? null}
        onChange={(reason: DuplicateReason | null) => onChange({ reason: reason ?? undefined })}
      />
      <Select
        aria-label={desk('sortBy')}
        options={(['likely', 'name', '-name'] as const).map((value) => ({
          value,
          label: t(`sort.${value === '-name' ? 'nameDown' : value}`),
        }))}
        value={search.sort ?? 'likely'}
        onChange={(sort: DuplicateQuery['sort']) => onChange({ sort })}
      />
    </search>
  );
}

function Pair({ pair }: { readonly pair: DuplicatePair }) {
  const { t, i18n } = useTranslation('merging');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { one, other, reasons } = pair;
  const apart = useMutation({
    mutationFn: () =>
      ask(ROUTES.markDistinct, { params: { id: one.id }, body: { other: other.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['enterprise-duplicates'] }),
  });
  return (
    <>
      <p className="reasons">
        {reasons.map((reason) => (
          <span key={reason} className="reason">
            {DUPLICATE_REASONS[reason][currentLanguage(i18n)]}
          </span>
        ))}
      </p>
      <Side row={one} />
      <Side row={other} />
      <div className="card-actions">
        <LinkButton primary to="/enterprises/merge" search={{ one: one.id, other: other.id }}>
          {t('compare')}
        </LinkButton>
        <Button
          aria-busy={apart.isPending}
          onClick={() => !apart.isPending && apart.mutate()}
          aria-label={t('apartOf', { one: one.name, other: other.name })}
        >
          {t('apart')}
        </Button>
      </div>
      {apart.error && <Notice tone="fault" title={problemText(apart.error)} />}
    </>
  );
}

function Side({ row }: { readonly row: DuplicatePair['one'] }) {
  const { t } = useTranslation('merging');
  const { t: own } = useTranslation('enterprises');
  return (
    <div>
      <p>
        <Link to="/enterprises/$id" params={{ id: row.id }} search={{}} className="record-link">
          {row.name}
        </Link>
      </p>
      <p className="credit-code">{row.creditCode}</p>
      <p className="quiet-text">{row.park?.name ?? own('outside')}</p>
      <p className="quiet-text">{row.address || t('noAddress')}</p>
    </div>
  );
}
