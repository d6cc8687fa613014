import { ROUTES, type ImportView } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import { ProblemState } from '../../../api/problem-state.tsx';
import { showMoment } from '../../../i18n/dates.ts';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { Cancelled, Done, Failed } from './ended.tsx';
import { CheckedImport } from './checked.tsx';
import { Committing, Reading } from './progress.tsx';
import { showSize } from '../../../ui/desk/file-drop.tsx';
import { useCount } from './texts.ts';

const POLL_MS = 1000;

/** One import, whatever it has come to; it can be left and come back to. */
export function ImportPage() {
  const { id } = useParams({ from: '/in/enterprises/import/$id' });
  const { resumed } = useSearch({ from: '/in/enterprises/import/$id' });
  const { t, i18n } = useTranslation('imports');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery({
    queryKey: ['enterprise-import', id],
    queryFn: ({ signal }) => ask(ROUTES.getImport, { params: { id } }, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? POLL_MS : false),
  });
  if (!data && error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (!data) return <Spin description={desk('loading')} />;
  return (
    <>
      <PageHead
        eyebrow={t('eyebrow')}
        title={data.fileName}
        lead={`${t('uploadedAt', { at: showMoment(data.createdAt, i18n.language) })} · ${showSize(data.bytes)}`}
      />
      <StateTold view={data} />
      {error && !isProblem(error, 'DATABASE_BUSY') && <Notice tone="caution" title={t('lost')} />}
      {resumed && data.endedAt === null && <Notice tone="info" title={t('resumed')} />}
      <Stage view={data} />
    </>
  );
}

function isUnderWay(view: ImportView | undefined): boolean {
  return view?.state === 'READING' || view?.state === 'COMMITTING';
}

function Stage({ view }: { readonly view: ImportView }) {
  switch (view.state) {
    case 'READING':
      return <Reading view={view} />;
    case 'CHECKED':
      return <CheckedImport view={view} />;
    case 'COMMITTING':
      return <Committing />;
    case 'DONE':
      return <Done view={view} />;
    case 'CANCELLED':
      return <Cancelled />;
    case 'FAILED':
      return <Failed view={view} />;
  }
}

/** Says a new state, and every tenth of the way, to whoever does not see the bar. */
function StateTold({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation('imports');
  const count = useCount();
  const { state, counts, progress, result } = view;
  const tenths = Math.floor((progress.checked * 10) / Math.max(1, progress.staged));
  const told = {
    READING:
      progress.readThrough && tenths > 0
        ? t('reading.tenths', { percent: tenths * 10 })
        : t('reading.title'),
    CHECKED: t('checked', {
      new: count(counts.new),
      change: count(counts.change),
      faulty: count(counts.faulty),
    }),
    COMMITTING: t('committing.title'),
    DONE: t('done.text', {
      registered: count(result?.registered ?? 0),
      changed: count(result?.changed ?? 0),
    }),
    CANCELLED: t('cancelled.title'),
    FAILED: t('failed.title'),
  }[state];
  return (
    <p role="status" aria-live="polite" className="visually-hidden">
      {told}
    </p>
  );
}
