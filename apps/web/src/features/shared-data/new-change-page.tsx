import { ROUTES, type ChangeAssessment } from '@ludao/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { useProblemText } from '../../api/problem-text.ts';
import { Field } from '../../ui/desk/field.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { Assessment } from './assessment.tsx';
import { NOTHING_KNOWN } from './change-facts.ts';
import { ChangeQuestions } from './change-questions.tsx';

/** Reports a change: each answer is judged at once, and only what still matters is asked. */
export function NewChangePage() {
  const { id } = useParams({ from: '/in/parks/$id/changes/new' });
  const { t } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [facts, setFacts] = useState(NOTHING_KNOWN);
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [capacityUnit, setCapacityUnit] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const judged = useQuery({
    queryKey: ['change-assessment', facts],
    queryFn: ({ signal }) => ask(ROUTES.assessChange, { body: facts }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const report = useMutation({
    mutationFn: () =>
      ask(ROUTES.reportChange, {
        params: { id },
        body: { title, description, capacityUnit, facts },
      }),
    onSuccess: async (change) => {
      queries.setQueryData(['change', change.id], change);
      await queries.invalidateQueries({ queryKey: ['changes', id] });
      await navigate({ to: '/changes/$id', params: { id: change.id } });
    },
  });

  function submit(): void {
    const lacks = title.trim().length < 2;
    setIsMissing(lacks);
    if (!lacks && !report.isPending) report.mutate();
  }

  if (judged.error) {
    return <ProblemState error={judged.error} onRetry={() => void judged.refetch()} />;
  }
  const assessment: ChangeAssessment | undefined = judged.data;
  return (
    <>
      <PageHead title={t('change.newTitle')} lead={t('change.newLead')} />
      {report.error && <Notice tone="fault" title={problemText(report.error)} />}
      <section className="sheet form-sheet" aria-labelledby="questions">
        <h2 id="questions">{t('change.questions')}</h2>
        <Field
          id="title"
          label={t('change.name')}
          hint={t('change.nameHint')}
          fault={isMissing ? t('change.missingTitle') : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={120}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field id="description" label={t('change.description')} optional={desk('optional')}>
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              maxLength={1000}
              rows={2}
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Field>
        <Field
          id="capacity-unit"
          label={t('change.capacityUnit')}
          hint={t('change.capacityHint')}
          optional={desk('optional')}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={20}
              value={capacityUnit}
              onChange={(event) => setCapacityUnit(event.target.value)}
            />
          )}
        </Field>
        {!assessment && <Spin description={desk('loading')} />}
        {assessment && (
          <ChangeQuestions facts={facts} missing={assessment.missing} onChange={setFacts} />
        )}
      </section>
      {assessment && <Assessment assessment={assessment} />}
      <div className="card-actions">
        <Button type="primary" aria-busy={report.isPending} onClick={submit}>
          {t(assessment?.verdict === 'OPEN' ? 'change.submitOpen' : 'change.submit')}
        </Button>
        <LinkButton to="/parks/$id/changes" params={{ id }}>
          {desk('cancel')}
        </LinkButton>
      </div>
    </>
  );
}
