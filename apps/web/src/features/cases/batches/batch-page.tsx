import { BATCH_KINDS, BATCH_STATES, type Batch } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../../../api/problem-state.tsx';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Facts } from '../../../ui/desk/facts.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { MinutesForm } from './minutes-form.tsx';
import { batchQuery } from './queries.ts';

/** One survey or meeting: for whoever comes, and for its minutes. */
export function BatchPage() {
  const { id } = useParams({ from: '/in/batches/$id' });
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(batchQuery(id));
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return <Shown key={`${data.id} ${data.version}`} batch={data} />;
}

function Shown({ batch }: { readonly batch: Batch }) {
  const { t, i18n } = useTranslation('batches');
  const language = currentLanguage(i18n);
  const { kind, state, day, place, office, park, industry, body, cases, steps } = batch;
  return (
    <article className="file">
      <PageHead
        title={(kind === 'SURVEY' ? park : industry) ?? BATCH_KINDS[kind][language]}
        eyebrow={BATCH_KINDS[kind][language]}
        lead={`${showDay(day, i18n.language)} · ${BATCH_STATES[state][language]}`}
      />
      <section className="sheet">
        <Facts
          rows={[
            { name: t('place'), value: place === '' ? '—' : place },
            { name: t('office'), value: office },
            ...(body ? [{ name: t('body'), value: body.name }] : []),
            { name: t('projects'), value: t('count', { count: cases.length }) },
          ]}
        />
        <ul className="batch-list">
          {cases.map(({ id, name, applicant, minutes }) => (
            <li key={id}>
              <a href={`/desk/cases/${id}`}>{name}</a>{' '}
              <span className="quiet-text">{applicant}</span>
              {minutes && (
                <p>
                  <strong>{t(`outcomes.${minutes.outcome}`)}</strong> {minutes.words}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      {steps.includes('hold') && <MinutesForm batch={batch} />}
    </article>
  );
}
