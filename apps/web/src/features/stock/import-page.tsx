import { ROUTES, STOCK_SHEETS, type StockImport } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { FileChip } from '../../api/file-chip.tsx';
import { ProblemState } from '../../api/problem-state.tsx';
import { mayIn, useSession } from '../../api/session.ts';
import { showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { showSize } from '../../ui/desk/file-drop.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { ImportRows } from './import-rows.tsx';
import { PutRight } from './put-right.tsx';
import { STOCK_KEYS, stockImportQuery } from './queries.ts';
import { useStockTexts } from './texts.ts';

/** One workbook: what is wrong with it, what writing it would do, or that it was written. */
export function StockImportPage() {
  const { id } = useParams({ from: '/in/stock-imports/$id' });
  const { t, i18n } = useTranslation('stock');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(stockImportQuery(id));
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  const { state, parkId } = data;
  const sent = t('sentAt', { at: showMoment(data.sentAt, i18n.language) });
  return (
    <article className="file stock">
      <PageHead
        eyebrow={t('importEyebrow', { park: data.park })}
        title={data.fileName}
        lead={`${sent} · ${showSize(data.bytes)}`}
        actions={
          <LinkButton icon="park" to="/stock/$id" params={{ id: parkId }}>
            {t('backToPark')}
          </LinkButton>
        }
      />
      {state === 'CANCELLED' && <Notice tone="info" title={t('cancelledTitle')} />}
      {state === 'COMMITTED' && <Written view={data} />}
      {state === 'CHECKED' && <Checked view={data} />}
      <Sheets view={data} />
      {state === 'CHECKED' && <ImportRows view={data} />}
      {state === 'CHECKED' && data.may.send && <PutRight view={data} />}
      <Scans view={data} />
    </article>
  );
}

function Written({ view }: { readonly view: StockImport }) {
  const { t, i18n } = useTranslation('stock');
  const { committedAt, bySheet } = view;
  const hasEia = bySheet.some(({ sheet, rows }) => sheet === 'EIA' && rows > 0);
  return (
    <Notice tone="good" title={t('committedTitle')}>
      <p>{t('committedText', { at: showMoment(committedAt ?? '', i18n.language) })}</p>
      {hasEia && <p>{t('eiaNext')}</p>}
    </Notice>
  );
}

/** Says exactly what will happen, and does it. */
function Checked({ view }: { readonly view: StockImport }) {
  const { t } = useTranslation('stock');
  const queries = useQueryClient();
  const session = useSession();
  const { problem } = useStockTexts();
  const { id, digest, counts, may } = view;
  const { NEW: fresh, CHANGE: changed, SAME: same, FAULTY: faulty } = counts;
  const finish = async (after: StockImport) => {
    for (const key of STOCK_KEYS) await queries.invalidateQueries({ queryKey: [key] });
    queries.setQueryData(stockImportQuery(id).queryKey, after);
  };
  const commit = useMutation({
    mutationFn: () => ask(ROUTES.commitStock, { params: { id }, body: { digest } }),
    onSuccess: finish,
    onError: () => void queries.invalidateQueries({ queryKey: ['stock-import', id] }),
  });
  const cancel = useMutation({
    mutationFn: () => ask(ROUTES.cancelStock, { params: { id } }),
    onSuccess: finish,
  });
  const failed = commit.error ?? cancel.error;
  const isGood = faulty === 0 && fresh + changed > 0;
  return (
    <section className="sheet commit-panel" aria-label={t('commit')}>
      {failed && <Notice tone="fault" title={problem(failed)} />}
      <p className="commit-sentence" role="status">
        {faulty > 0
          ? t('checkedFaulty', { count: faulty })
          : t(isGood ? 'checkedGood' : 'checkedNothing', { fresh, changed, same })}
      </p>
      {isGood && !mayIn(session, 'import', 'stock') && <p>{t('officerCommits')}</p>}
      <div className="card-actions">
        {may.commit && (
          <Button
            type="primary"
            aria-busy={commit.isPending}
            onClick={() => !commit.isPending && commit.mutate()}
          >
            {t(commit.isPending ? 'committing' : 'commit')}
          </Button>
        )}
        {may.send && <Button onClick={() => cancel.mutate()}>{t('cancel')}</Button>}
      </div>
    </section>
  );
}

function Sheets({ view: { bySheet } }: { readonly view: StockImport }) {
  const { t, i18n } = useTranslation('stock');
  const shown = bySheet.filter(({ rows }) => rows > 0);
  if (shown.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="sheets">
      <h2 id="sheets">{t('bySheet')}</h2>
      <ul className="plain">
        {shown.map(({ sheet, rows, faulty, withScan }) => (
          <li key={sheet}>
            {t('sheetLine', {
              sheet: STOCK_SHEETS[sheet][currentLanguage(i18n)],
              rows,
              faulty,
              scans: withScan,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Scans({ view: { scans } }: { readonly view: StockImport }) {
  const { t } = useTranslation('stock');
  return (
    <section className="sheet" aria-labelledby="scans">
      <h2 id="scans">{t('scansTitle')}</h2>
      {scans.length === 0 && <p className="quiet-text">{t('noScans')}</p>}
      <ul className="file-list">
        {scans.map(({ named, ...file }) => (
          <li key={file.id}>
            <FileChip file={file} />
            {!named && <span className="badge">{t('notNamed')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
