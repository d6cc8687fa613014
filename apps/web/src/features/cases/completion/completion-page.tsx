import {
  COMPLETION_BARS,
  COMPLETION_CLOCKS,
  COMPLETION_CONCLUSIONS,
  COMPLETION_PAPERS,
  EIA_DOCUMENTS,
  ROUTES,
  type CompletionBar,
  type CompletionView,
} from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { EventTimeline } from '../../../api/event-timeline.tsx';
import { FileChip } from '../../../api/file-chip.tsx';
import { ProblemState } from '../../../api/problem-state.tsx';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Facts } from '../../../ui/desk/facts.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { NextStep } from './next-step.tsx';
import { CompletionMark } from './state-mark.tsx';

/** One completion acceptance: where it stands, until when, what was found, what is to be done. */
export function CompletionPage() {
  const { id } = useParams({ from: '/in/completions/$id' });
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery({
    queryKey: ['completion', id],
    queryFn: ({ signal }) => ask(ROUTES.getCompletion, { params: { id } }, signal),
    refetchOnWindowFocus: false,
  });
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return <Shown key={id} completion={data} />;
}

function Shown({ completion }: { readonly completion: CompletionView }) {
  const { t, i18n } = useTranslation('completions');
  const { id, project, stage, state, dueOn, isOverdue, reason } = completion;
  const nameOf = (key: string) => t(`event.${key.slice(key.indexOf('.') + 1)}`, key);
  return (
    <article className="file case-page">
      <PageHead
        title={stage === '' ? project : `${project}（${stage}）`}
        eyebrow={t('eyebrow')}
        lead={<CompletionMark state={state} />}
      />
      {isOverdue && dueOn && (
        <Notice tone="caution" title={t('overdue', { day: showDay(dueOn, i18n.language) })} />
      )}
      {reason !== '' && (state === 'RECTIFYING' || state === 'ABANDONED') && (
        <Notice tone="info" title={t('reasonGiven', { reason })} />
      )}
      <NextStep completion={completion} />
      <Clocks completion={completion} />
      <Project completion={completion} />
      <Report completion={completion} />
      <EventTimeline
        queryKey={['completion-timeline', id]}
        fetch={(signal) => ask(ROUTES.getCompletionTimeline, { params: { id } }, signal)}
        wording={{ title: ({ type }) => nameOf(type), fieldName: nameOf }}
      >
        {(_, value) => (typeof value === 'string' ? value : '')}
      </EventTimeline>
    </article>
  );
}

function Clocks({ completion: { clocks } }: { readonly completion: CompletionView }) {
  const { t, i18n } = useTranslation('completions');
  const language = currentLanguage(i18n);
  const day = (value: string | null) => (value ? showDay(value, i18n.language) : '—');
  const shown = clocks.filter(({ state }) => state !== 'CANCELLED');
  if (shown.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="clocks">
      <h2 id="clocks">{t('clocks')}</h2>
      <table className="amounts">
        <thead>
          <tr>
            <th scope="col">{t('clock')}</th>
            <th scope="col">{t('startedOn')}</th>
            <th scope="col">{t('lastDay')}</th>
            <th scope="col">{t('done')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, clock, startedOn, dueOn, settledOn, inTime, cite }) => (
            <tr key={id}>
              <th scope="row">
                {COMPLETION_CLOCKS[clock][language]} <span className="fine">{cite}</span>
              </th>
              <td data-label={t('startedOn')}>{day(startedOn.slice(0, 10))}</td>
              <td data-label={t('lastDay')}>{day(dueOn)}</td>
              <td data-label={t('done')}>
                {settledOn ? day(settledOn) : t('running')}{' '}
                {inTime === false && (
                  <span className="case-state ended">
                    <Icon name="warn" size={15} />
                    {t('due.late')}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Project({ completion }: { readonly completion: CompletionView }) {
  const { t, i18n } = useTranslation('completions');
  const language = currentLanguage(i18n);
  const { proponent, park, document, approvalNumber, completedOn, caseId } = completion;
  const { permit, commissioning, published, filed, completedWhere } = completion;
  const day = (value: string) => showDay(value, i18n.language);
  return (
    <section className="sheet" aria-labelledby="project">
      <h2 id="project">{t('project')}</h2>
      <Facts
        rows={[
          { name: t('proponent'), value: proponent },
          { name: t('park'), value: park ?? '—' },
          {
            name: t('approval'),
            value: caseId ? (
              <Link to="/cases/$id" params={{ id: caseId }}>
                {approvalNumber}
              </Link>
            ) : (
              `${EIA_DOCUMENTS[document][language]} ${approvalNumber}`
            ),
          },
          { name: t('completedOn'), value: `${day(completedOn)} ${completedWhere}` },
          ...(commissioning
            ? [
                {
                  name: t('commissioning'),
                  value: `${day(commissioning.from)} – ${day(commissioning.to)}`,
                },
              ]
            : []),
          ...(permit
            ? [
                {
                  name: t('permitNumber'),
                  value: permit.needed ? (permit.number ?? '—') : t('permitUnneeded'),
                },
              ]
            : []),
          ...(published
            ? [
                {
                  name: t('publicity'),
                  value: `${day(published.on)} – ${day(published.until)} ${published.where}`,
                },
              ]
            : []),
          ...(filed ? [{ name: t('filed'), value: `${day(filed.on)} ${filed.number ?? ''}` }] : []),
          ...(filed?.comments ? [{ name: t('comments'), value: filed.comments }] : []),
        ]}
      />
      <p>
        <a href="/desk/citations/new?stage=ACCEPTANCE">{t('cite')}</a>{' '}
        <span className="fine">{t('citeHint')}</span>
      </p>
    </section>
  );
}

function Report({ completion: { report } }: { readonly completion: CompletionView }) {
  const { t, i18n } = useTranslation('completions');
  const language = currentLanguage(i18n);
  if (!report) return null;
  const { on, papers, bars, conclusion } = report;
  const applying = (Object.keys(COMPLETION_BARS) as CompletionBar[]).filter(
    (name) => bars[name].applies,
  );
  return (
    <section className="sheet" aria-labelledby="report">
      <h2 id="report">{t('report')}</h2>
      <Facts
        rows={[
          { name: t('reportOn'), value: showDay(on, i18n.language) },
          { name: t('conclusion'), value: COMPLETION_CONCLUSIONS[conclusion][language] },
          ...papers.map(({ paper, file }) => ({
            name: COMPLETION_PAPERS[paper][language],
            value: <FileChip file={file} />,
          })),
          ...applying.map((name) => ({
            name: t('bar', { item: COMPLETION_BARS[name].item }),
            value: `${COMPLETION_BARS[name][language]}：${bars[name].words}`,
          })),
          ...(applying.length === 0 ? [{ name: t('bars'), value: t('barsNone') }] : []),
        ]}
      />
    </section>
  );
}
