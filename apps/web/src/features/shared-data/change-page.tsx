import {
  CHANGE_AMOUNTS,
  CHANGE_AMOUNT_NAMES,
  CHANGE_QUESTION_NAMES,
  CHANGE_QUESTIONS,
  CHANGE_STATES,
  EXCEEDED_FACTORS,
  GRAMS_PER_KILOGRAM_DIGITS,
  POLLUTANTS,
  ROUTES,
  writeAmount,
  type ChangeView,
} from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Input, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { Assessment } from './assessment.tsx';

/** A reported change, what the triggers say of it, and the officer's decision. */
export function ChangePage() {
  const { id } = useParams({ from: '/in/changes/$id' });
  const { t, i18n } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery({
    queryKey: ['change', id],
    queryFn: ({ signal }) => ask(ROUTES.getChange, { params: { id } }, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  const { park, state, decidedOn, reason, told, may } = data;
  return (
    <article className="file">
      <PageHead
        title={data.title}
        eyebrow={`${park.name} · ${t('change.eyebrow')}`}
        actions={
          <LinkButton to="/parks/$id/changes" params={{ id: park.id }}>
            {t('changes.title')}
          </LinkButton>
        }
      />
      <Notice
        tone={state === 'DECLARED' ? 'caution' : 'info'}
        title={CHANGE_STATES[state][currentLanguage(i18n)]}
      >
        {decidedOn && (
          <p>{t('change.decided', { day: showDay(decidedOn, i18n.language), reason })}</p>
        )}
        {told !== null && <p>{t('changes.told', { count: told })}</p>}
      </Notice>
      <Assessment assessment={data.assessment} />
      {may.length > 0 && <Decision change={data} />}
      <Reported change={data} />
    </article>
  );
}

function Reported({ change }: { readonly change: ChangeView }) {
  const { t, i18n } = useTranslation('sharedData');
  const language = currentLanguage(i18n);
  const { facts, description, capacityUnit, reportedOn, parkEia } = change;
  const { answers, amounts, pollutants, exceeded } = facts;
  const kilograms = (grams: number | null) =>
    grams === null ? t('change.unsure') : `${writeAmount(grams, GRAMS_PER_KILOGRAM_DIGITS)} kg`;
  const none = (text: string) => text || t('data.none');
  return (
    <section className="sheet" aria-labelledby="reported">
      <h2 id="reported">{t('change.facts')}</h2>
      <Facts
        rows={[
          { name: t('changes.reportedOn'), value: showDay(reportedOn, i18n.language) },
          { name: t('followUp.eia'), value: `${parkEia.title}（${parkEia.approvalNo}）` },
          ...(description ? [{ name: t('change.description'), value: description }] : []),
          ...CHANGE_AMOUNT_NAMES.flatMap((name) => {
            const pair = amounts[name];
            const unit = name === 'capacity' ? ` ${capacityUnit}` : '';
            return pair
              ? [
                  {
                    name: CHANGE_AMOUNTS[name][language],
                    value: `${pair.before ?? '?'} → ${pair.after ?? '?'}${unit}`,
                  },
                ]
              : [];
          }),
          ...CHANGE_QUESTION_NAMES.flatMap((name) => {
            const answer = answers[name];
            return answer === undefined
              ? []
              : [
                  {
                    name: CHANGE_QUESTIONS[name][language],
                    value: t(answer ? 'change.yes' : 'change.no'),
                  },
                ];
          }),
          ...(pollutants
            ? [
                {
                  name: t('change.pollutants'),
                  value: none(
                    pollutants
                      .map(
                        ({ pollutant, name, beforeGrams, afterGrams }) =>
                          `${pollutant ? POLLUTANTS[pollutant][language] : name} ${kilograms(beforeGrams)} → ${kilograms(afterGrams)}`,
                      )
                      .join('；'),
                  ),
                },
              ]
            : []),
          ...(exceeded
            ? [
                {
                  name: t('change.exceeded'),
                  value: none(exceeded.map((name) => EXCEEDED_FACTORS[name][language]).join('、')),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

function Decision({ change: { id, park, may } }: { readonly change: ChangeView }) {
  const { t } = useTranslation('sharedData');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const decide = useMutation({
    mutationFn: (decision: 'declare' | 'dismiss') =>
      ask(ROUTES.decideChange, { params: { id }, body: { decision, reason } }),
    onSuccess: async (change) => {
      queries.setQueryData(['change', id], change);
      await queries.invalidateQueries({ queryKey: ['changes', park.id] });
    },
  });

  function take(decision: 'declare' | 'dismiss'): void {
    const lacks = reason.trim().length < 2;
    setIsMissing(lacks);
    if (!lacks && !decide.isPending) decide.mutate(decision);
  }

  return (
    <section className="sheet form-sheet" aria-labelledby="decision">
      <h2 id="decision">{t('change.decide')}</h2>
      {decide.error && <Notice tone="fault" title={problemText(decide.error)} />}
      <Field
        id="reason"
        label={t('change.reason')}
        hint={t('change.reasonHint')}
        fault={isMissing ? t('change.missingReason') : undefined}
      >
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            maxLength={500}
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {may.includes('declare') && <p className="fine">{t('change.declareText')}</p>}
      <div className="card-actions">
        {may.includes('declare') && (
          <Button
            type="primary"
            danger
            aria-busy={decide.isPending}
            onClick={() => take('declare')}
          >
            {t('change.declare')}
          </Button>
        )}
        {may.includes('dismiss') && (
          <Button aria-busy={decide.isPending} onClick={() => take('dismiss')}>
            {t('change.dismiss')}
          </Button>
        )}
      </div>
    </section>
  );
}
