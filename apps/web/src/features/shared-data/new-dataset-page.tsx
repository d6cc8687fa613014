import { ROUTES } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { DatasetForm } from './dataset-form.tsx';

/** A new set of shared data, or a newer one in place of an older. */
export function NewDatasetPage() {
  const { id } = useParams({ from: '/in/parks/$id/shared-data/new' });
  const { supersedes } = useSearch({ from: '/in/parks/$id/shared-data/new' });
  const { t } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const list = useQuery({
    queryKey: ['datasets', id, { size: 1 }],
    queryFn: ({ signal }) =>
      ask(ROUTES.listDatasets, { params: { id }, query: { size: 1 } }, signal),
  });
  const older = useQuery({
    queryKey: ['dataset', supersedes],
    queryFn: ({ signal }) => ask(ROUTES.getDataset, { params: { id: supersedes ?? '' } }, signal),
    enabled: supersedes !== undefined,
  });
  const error = list.error ?? older.error;
  if (error) {
    const retry = () => void Promise.all([list.refetch(), supersedes && older.refetch()]);
    return <ProblemState error={error} onRetry={retry} />;
  }
  if (!list.data || (supersedes !== undefined && !older.data)) {
    return <Spin description={desk('loading')} />;
  }
  const { park, limits } = list.data;
  return (
    <>
      <PageHead
        title={older.data ? t('form.titleSupersede', { title: older.data.title }) : t('form.title')}
        eyebrow={park.name}
        lead={t(older.data ? 'form.leadSupersede' : 'form.lead')}
      />
      <DatasetForm parkId={id} limits={limits} older={older.data ?? null} />
    </>
  );
}
