import { ROUTES, type AdmissionPlace } from '@ludao/contracts';
import type { Vocabulary } from '@ludao/rules';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { projectOf, type Answers } from '../../api/screening/interview.ts';
import { Questions } from '../../api/screening/questions.tsx';
import { ProblemState } from '../../api/problem-state.tsx';
import { useProblemText } from '../../api/problem-text.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { AmountsForm } from './amounts-form.tsx';
import { amountsOf, NOTHING, type Application } from './application.ts';
import { PlaceForm } from './place-form.tsx';

/** A tenant asks to enter directly: where, what, how much; then it is in, or told what does not fit. */
export function NewAdmissionPage() {
  const { t } = useTranslation('admissions');
  const { t: desk } = useTranslation('desk');
  const places = useQuery({
    queryKey: ['admission-places'],
    queryFn: ({ signal }) => ask(ROUTES.listAdmissionPlaces, {}, signal),
  });
  const vocabulary = useQuery(vocabularyQuery);
  const error = places.error ?? vocabulary.error;
  if (error) {
    const retry = () => void Promise.all([places.refetch(), vocabulary.refetch()]);
    return <ProblemState error={error} onRetry={retry} />;
  }
  return (
    <>
      <PageHead title={t('new.title')} lead={t('new.lead')} />
      {!(places.data && vocabulary.data) && <Spin description={desk('loading')} />}
      {places.data?.places.length === 0 && (
        <EmptyState title={t('new.nobody')} icon="enterprise">
          <p>{t('new.nobodyText')}</p>
        </EmptyState>
      )}
      {places.data && places.data.places.length > 0 && vocabulary.data && (
        <Steps places={places.data.places} vocabulary={vocabulary.data} />
      )}
    </>
  );
}

const STEPS = ['place', 'project', 'amounts'] as const;
const NOTHING_SAID: readonly Answers[] = [{}];

function Steps(props: {
  readonly places: readonly AdmissionPlace[];
  readonly vocabulary: Vocabulary;
}) {
  const { t } = useTranslation('admissions');
  const problemText = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { places, vocabulary } = props;
  const [step, setStep] = useState<(typeof STEPS)[number]>('place');
  const [application, setApplication] = useState<Application>(() => ({
    ...NOTHING,
    enterpriseId: places.length === 1 ? places[0]!.enterpriseId : null,
    industries: places.length === 1 ? places[0]!.industries : [],
  }));
  /** All answers after each page, so that there is a way back. */
  const [trail, setTrail] = useState(NOTHING_SAID);
  const [offered, setOffered] = useState<Answers>({});
  const answers = trail[trail.length - 1] ?? {};
  const { industries, enterpriseId, processes } = application;
  const place = places.find((one) => one.enterpriseId === enterpriseId);
  const send = useMutation({
    mutationFn: () =>
      ask(ROUTES.applyForAdmission, {
        body: {
          enterpriseId: enterpriseId ?? '',
          project: projectOf(industries, answers),
          processes: [...processes],
          ...amountsOf(application),
          representative: application.representative.trim(),
          committed: true,
        },
      }),
    onSuccess: async (admission) => {
      queries.setQueryData(['admission', admission.id], admission);
      for (const key of ['admissions', 'admission-places']) {
        await queries.invalidateQueries({ queryKey: [key] });
      }
      await navigate({ to: '/admissions/$id', params: { id: admission.id } });
    },
  });

  function change(next: Application): void {
    // Another trade has other questions.
    if (next.industries.join() !== industries.join()) setTrail(NOTHING_SAID);
    setApplication(next);
  }
  function back(): void {
    setOffered(answers);
    if (trail.length > 1) setTrail(trail.slice(0, -1));
    else setStep('place');
  }
  const declared = Object.fromEntries(processes.map((key) => [key, true]));

  return (
    <>
      <ol className="steps-done" aria-label={t('new.steps')}>
        {STEPS.map((name, index) => (
          <li key={name} aria-current={name === step ? 'step' : undefined}>
            <span aria-hidden="true">{index + 1}</span> {t(`new.step.${name}`)}
          </li>
        ))}
      </ol>
      {send.error && <Notice tone="fault" title={problemText(send.error)} />}
      {step === 'place' && (
        <PlaceForm
          places={places}
          application={application}
          vocabulary={vocabulary}
          onChange={change}
          onDone={() => setStep('project')}
        />
      )}
      {step === 'project' && place?.park && (
        <Questions
          industries={industries}
          jurisdiction={place.park.districtCode}
          vocabulary={vocabulary}
          answers={answers}
          offered={offered}
          busy={false}
          known={{
            ...(place.eia?.listedAs && { place: { park: place.eia.listedAs } }),
            facts: { ...declared, 'reform.within_park_eia': true },
          }}
          relief="park_eia_direct_entry"
          words={{
            enough: t('questions.enough'),
            enoughHint: t('questions.enoughHint'),
            overHint: t('questions.overHint'),
            make: t('questions.make'),
            making: t('questions.make'),
          }}
          onAnswer={(next) => {
            setTrail([...trail, next]);
            setOffered({});
          }}
          onBack={back}
          onMake={() => setStep('amounts')}
        />
      )}
      {step === 'amounts' && place && (
        <AmountsForm
          place={place}
          application={application}
          busy={send.isPending}
          onChange={change}
          onBack={() => setStep('project')}
          onSend={() => send.mutate()}
        />
      )}
    </>
  );
}
