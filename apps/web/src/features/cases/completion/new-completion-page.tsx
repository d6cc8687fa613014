import { EIA_DOCUMENTS, ROUTES, type AcceptableApproval } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Select, Spin } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ProblemState } from '../../../api/problem-state.tsx';
import { currentLanguage } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { Refused } from '../refused.tsx';
import { daysAgo } from '../../../ui/today.ts';

/** Publishes the completion day of an approved project. */
export function NewCompletionPage() {
  const { t } = useTranslation('completions');
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery({
    queryKey: ['completions', 'approvals'],
    queryFn: ({ signal }) => ask(ROUTES.listAcceptableApprovals, {}, signal),
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return (
    <>
      <PageHead title={t('newTitle')} lead={t('newLead')} />
      {data.approvals.length === 0 ? (
        <EmptyState title={t('noneTitle')} icon="check">
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <OpeningForm approvals={data.approvals} />
      )}
    </>
  );
}

function OpeningForm({ approvals }: { readonly approvals: readonly AcceptableApproval[] }) {
  const { t, i18n } = useTranslation('completions');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(approvals.length === 1 ? 0 : null);
  const [stage, setStage] = useState('');
  const [completedOn, setCompletedOn] = useState(daysAgo(0));
  const [where, setWhere] = useState('');
  const open = useMutation({
    mutationFn: ({ caseId, enterpriseId, number }: AcceptableApproval) => {
      const about =
        caseId === null
          ? { kind: 'historical' as const, enterpriseId: enterpriseId ?? '', number }
          : { kind: 'case' as const, id: caseId };
      return ask(ROUTES.openCompletion, { body: { about, stage, completedOn, where } });
    },
    onSuccess: async (made) => {
      queries.setQueryData(['completion', made.id], made);
      await queries.invalidateQueries({ queryKey: ['completions'] });
      await navigate({ to: '/completions/$id', params: { id: made.id } });
    },
  });
  const approval = chosen === null ? undefined : approvals[chosen];
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (approval && completedOn && !open.isPending) open.mutate(approval);
  }
  return (
    <form className="sheet case-form" onSubmit={submit} noValidate>
      <Refused error={open.error} />
      <Field id="approval" label={t('approval')} hint={t('approvalHint')}>
        {(wiring) => (
          <Select
            {...wiring}
            placeholder={t('choose')}
            options={approvals.map(({ project, number, document }, value) => ({
              value,
              label: `${project} · ${EIA_DOCUMENTS[document][language]} · ${number}`,
            }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </Field>
      <Field id="stage" label={t('stage')} optional={desk('optional')} hint={t('stageHint')}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={60}
            autoComplete="off"
            value={stage}
            onChange={(event) => setStage(event.target.value)}
          />
        )}
      </Field>
      <Field id="completedOn" label={t('completedOn')} hint={t('completedHint')}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            max={daysAgo(0)}
            min={approval?.approvedOn}
            value={completedOn}
            onChange={(event) => setCompletedOn(event.target.value)}
          />
        )}
      </Field>
      <Field id="where" label={t('where')} optional={desk('optional')} hint={t('whereHint')}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={200}
            autoComplete="off"
            value={where}
            onChange={(event) => setWhere(event.target.value)}
          />
        )}
      </Field>
      <div className="form-actions">
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          disabled={!approval || completedOn === ''}
          aria-busy={open.isPending}
        >
          {t('open')}
        </Button>
        <LinkButton to="/completions">{desk('cancel')}</LinkButton>
      </div>
    </form>
  );
}
