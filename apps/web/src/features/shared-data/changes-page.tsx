import { CHANGE_STATES, CHANGE_VERDICTS, ROUTES, type ChangeRow } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { ParkTabs } from './park-tabs.tsx';

const nothing = () => {};

/** Changes of a park that were reported, and what became of them. */
export function ChangesPage() {
  const { id } = useParams({ from: '/in/parks/$id/changes' });
  const { t } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['changes', id],
    queryFn: ({ signal }) => ask(ROUTES.listChanges, { params: { id } }, signal),
  });
  const columns = useColumns();
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  const { park, parkEia, rows, may } = data;
  return (
    <>
      <PageHead
        title={t('changes.title')}
        eyebrow={park.name}
        lead={t('changes.lead')}
        actions={
          may.report && (
            <LinkButton primary icon="plus" to="/parks/$id/changes/new" params={{ id }}>
              {t('changes.report')}
            </LinkButton>
          )
        }
      />
      <ParkTabs id={id} />
      {!parkEia && <Notice tone="info" title={t('changes.noEia')} />}
      {rows.length === 0 && (
        <EmptyState title={t('changes.emptyTitle')} icon="check">
          <p>{t('changes.emptyText')}</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <RecordList<ChangeRow>
          label={t('changes.label')}
          columns={columns}
          rows={rows}
          total={rows.length}
          page={1}
          size={rows.length}
          sort=""
          busy={isFetching}
          onSort={nothing}
          onPage={nothing}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<ChangeRow>[] {
  const { t, i18n } = useTranslation('sharedData');
  const language = currentLanguage(i18n);
  return [
    {
      key: 'title',
      title: t('changes.name'),
      show: ({ id, title }) => (
        <Link to="/changes/$id" params={{ id }} className="record-link">
          {title}
        </Link>
      ),
    },
    {
      key: 'verdict',
      title: t('changes.verdict'),
      width: 160,
      show: ({ verdict }) => CHANGE_VERDICTS[verdict][language],
    },
    {
      key: 'state',
      title: t('changes.state'),
      width: 200,
      show: ({ state, told }) => (
        <>
          {CHANGE_STATES[state][language]}
          {told !== null && (
            <>
              <br />
              <small className="quiet-text">{t('changes.told', { count: told })}</small>
            </>
          )}
        </>
      ),
    },
    {
      key: 'reportedOn',
      title: t('changes.reportedOn'),
      width: 140,
      show: ({ reportedOn }) => showDay(reportedOn, i18n.language),
    },
    {
      key: 'decidedOn',
      title: t('changes.decidedOn'),
      width: 140,
      show: ({ decidedOn }) => (decidedOn ? showDay(decidedOn, i18n.language) : ''),
    },
  ];
}
