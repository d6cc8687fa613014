import { ROUTES, type UnitList } from '@ludao/contracts';
import type { Vocabulary } from '@ludao/rules';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { useProblemText } from '../../api/problem-text.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { projectOf, type Answers } from '../../api/screening/interview.ts';
import { Questions } from '../../api/screening/questions.tsx';
import { NO_TENANT, type Tenant } from './tenant.ts';
import { NoUnits, TenantForm } from './tenant-form.tsx';

/** A check before the lease: unit and tenant, then questions about the project, then the opinion. */
export function NewPreLeaseCheckPage() {
  const { t } = useTranslation('preLease');
  const { t: desk } = useTranslation('desk');
  const units = useQuery({
    queryKey: ['units-to-let'],
    queryFn: ({ signal }) => ask(ROUTES.listUnitsToLet, {}, signal),
  });
  const vocabulary = useQuery(vocabularyQuery);
  const error = units.error ?? vocabulary.error;
  if (error) {
    const retry = () => void Promise.all([units.refetch(), vocabulary.refetch()]);
    return <ProblemState error={error} onRetry={retry} />;
  }
  return (
    <>
      <PageHead title={t('new.title')} lead={t('new.lead')} />
      {!(units.data && vocabulary.data) && <Spin description={desk('loading')} />}
      {units.data?.units.length === 0 && <NoUnits />}
      {units.data && units.data.units.length > 0 && vocabulary.data && (
        <Steps units={units.data.units} vocabulary={vocabulary.data} />
      )}
    </>
  );
}

const NOTHING_SAID: readonly Answers[] = [{}];

function Steps(props: { readonly units: UnitList['units']; readonly vocabulary: Vocabulary }) {
  const { t } = useTranslation('preLease');
  const problemText = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [tenant, setTenant] = useState<Tenant>(NO_TENANT);
  const [step, setStep] = useState<1 | 2>(1);
  /** All answers after each page, so that there is a way back. */
  const [trail, setTrail] = useState(NOTHING_SAID);
  const [offered, setOffered] = useState<Answers>({});
  const answers = trail[trail.length - 1] ?? {};
  const unit = props.units.find(({ id }) => id === tenant.unitId);
  const make = useMutation({
    mutationFn: () =>
      ask(ROUTES.makePreLeaseCheck, {
        body: {
          unitId: tenant.unitId ?? '',
          tenantName: tenant.name.trim(),
          creditCode: tenant.isFounding ? null : tenant.creditCode,
          project: projectOf(tenant.industries, answers),
        },
      }),
    onSuccess: async (check) => {
      queries.setQueryData(['pre-lease-check', check.id], check);
      await queries.invalidateQueries({ queryKey: ['pre-lease-checks'] });
      await navigate({ to: '/pre-lease/$id', params: { id: check.id } });
    },
  });

  function change(next: Tenant): void {
    // Another trade has other questions.
    if (next.industries.join() !== tenant.industries.join()) setTrail(NOTHING_SAID);
    setTenant(next);
  }
  function back(): void {
    setOffered(answers);
    if (trail.length > 1) setTrail(trail.slice(0, -1));
    else setStep(1);
  }

  return (
    <>
      <ol className="steps-done" aria-label={t('new.steps')}>
        {(['tenant', 'questions', 'opinion'] as const).map((name, index) => (
          <li key={name} aria-current={index + 1 === step ? 'step' : undefined}>
            <span aria-hidden="true">{index + 1}</span> {t(`new.step.${name}`)}
          </li>
        ))}
      </ol>
      {make.error && <Notice tone="fault" title={problemText(make.error)} />}
      {step === 1 || !unit ? (
        <TenantForm
          units={props.units}
          tenant={tenant}
          onChange={change}
          onDone={() => setStep(2)}
        />
      ) : (
        <Questions
          industries={tenant.industries}
          jurisdiction={unit.districtCode}
          vocabulary={props.vocabulary}
          answers={answers}
          offered={offered}
          busy={make.isPending}
          onAnswer={(next) => {
            setTrail([...trail, next]);
            setOffered({});
          }}
          onBack={back}
          onMake={() => make.mutate()}
          words={{
            make: t('questions.make'),
            making: t('questions.making'),
            enough: t('questions.enough'),
            enoughHint: t('questions.enoughHint'),
            overHint: t('questions.overHint'),
          }}
        />
      )}
    </>
  );
}
