import {
  DECLINE_REASONS,
  PERMIT_OUTCOMES,
  ROUTES,
  type ApplicationStep,
  type PermitApplication,
  type PermitView,
} from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import { mayIn, useSession } from '../../../api/session.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { permitQuery, useStep } from '../queries.ts';
import { today } from '../../../ui/today.ts';
import { Papers } from './papers.tsx';

type Body = Readonly<Record<string, unknown>> & { readonly step: ApplicationStep };

const HEAD_STEPS: readonly ApplicationStep[] = ['decide', 'return'];
const OFFICER_STEPS: readonly ApplicationStep[] = [
  'ask',
  'decline',
  'accept',
  'checkSite',
  'propose',
];
/** Taken on the page where the application is filled in, or beside what is to be copied. */
const ELSEWHERE: readonly ApplicationStep[] = ['save', 'supplement', 'record'];

/** The steps that the reader may take now; one that needs words opens its own small form. */
export function Steps(props: {
  readonly permit: PermitView;
  readonly application: PermitApplication;
  readonly onEdit?: (() => void) | undefined;
}) {
  const { t } = useTranslation('permits');
  const { application, onEdit } = props;
  const { may } = application;
  const [chosen, setChosen] = useState<ApplicationStep | null>(null);
  const step = useSend(application, () => setChosen(null));
  const steps = may.steps.filter((one) => !ELSEWHERE.includes(one));
  const mayEdit = onEdit && may.steps.some((one) => one === 'save' || one === 'supplement');
  if (steps.length === 0 && !mayEdit && may.draftPapers.length === 0) return null;
  const isPlain = (one: ApplicationStep) => ['submit', 'accept', 'withdraw'].includes(one);
  return (
    <div className="permit-steps">
      <StepFault error={step.error} id={props.permit.id} onFresh={() => step.reset()} />
      <div className="card-actions">
        {mayEdit && (
          <Button type="primary" icon={<Icon name="edit" />} onClick={onEdit}>
            {t(may.steps.includes('supplement') ? 'step.fillMissing' : 'step.fillIn')}
          </Button>
        )}
        {steps
          .filter((one) => one !== 'submit' || !mayEdit)
          .map((one) => (
            <Button
              key={one}
              type={['accept', 'propose', 'decide'].includes(one) ? 'primary' : 'default'}
              danger={['decline', 'withdraw'].includes(one)}
              aria-expanded={isPlain(one) && one !== 'withdraw' ? undefined : chosen === one}
              aria-busy={step.isPending}
              onClick={() =>
                isPlain(one) && one !== 'withdraw'
                  ? step.mutate({ step: one })
                  : setChosen(chosen === one ? null : one)
              }
            >
              {t(`step.${one}`)}
            </Button>
          ))}
        <Papers application={application} />
      </div>
      {chosen && (
        <StepForm
          key={chosen}
          step={chosen}
          application={application}
          busy={step.isPending}
          onCancel={() => setChosen(null)}
          onSend={(body) => step.mutate({ step: chosen, ...body })}
        />
      )}
    </div>
  );
}

/** Each step goes to the address of whoever takes it; a number is entered by officers and applicants. */
export function useSend({ id, version }: PermitApplication, onDone?: () => void) {
  const handles = mayIn(useSession(), 'review', 'permit');
  return useStep(
    (given: Body) => {
      const body = { ...given, version } as never;
      const to = { params: { id }, body };
      if (HEAD_STEPS.includes(given.step)) return ask(ROUTES.decidePermitApplication, to);
      const isOfficers = given.step === 'record' ? handles : OFFICER_STEPS.includes(given.step);
      if (isOfficers) return ask(ROUTES.handlePermitApplication, to);
      return ask(ROUTES.stepPermitApplication, to);
    },
    () => onDone?.(),
  );
}

/** Why a step was not taken; where somebody else was first, the way to see it as it is now. */
export function StepFault(props: {
  readonly error: unknown;
  readonly id: string;
  readonly onFresh: () => void;
}) {
  const { t } = useTranslation('permits');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { error, id } = props;
  const fresh = useMutation({
    mutationFn: () => queries.fetchQuery({ ...permitQuery(id), staleTime: 0 }),
    onSuccess: props.onFresh,
  });
  if (!error) return null;
  const isLate = isProblem(error, 'CHANGED_MEANWHILE') || isProblem(error, 'PERMIT_STEP_NOT_NOW');
  return (
    <Notice
      tone="fault"
      title={problemText(error)}
      actions={
        isLate && (
          <Button type="primary" aria-busy={fresh.isPending} onClick={() => fresh.mutate()}>
            {t('step.look')}
          </Button>
        )
      }
    />
  );
}

function StepForm(props: {
  readonly step: ApplicationStep;
  readonly application: PermitApplication;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onSend: (body: Readonly<Record<string, unknown>>) => void;
}) {
  const { t, i18n } = useTranslation('permits');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { step, application } = props;
  const { proposed, acceptedOn } = application;
  const [words, setWords] = useState(step === 'decide' ? (proposed?.reasons ?? '') : '');
  const [law, setLaw] = useState(proposed?.law ?? t('form.lawDefault', { lng: 'zh-CN' }));
  const [outcome, setOutcome] = useState<keyof typeof PERMIT_OUTCOMES>(
    proposed?.outcome ?? 'GRANT',
  );
  const [reason, setReason] = useState<keyof typeof DECLINE_REASONS>('NOT_NEEDED');
  const [on, setOn] = useState(today);
  const [fault, setFault] = useState<string | undefined>();
  const isDecision = step === 'propose' || step === 'decide';
  const needsWords = isDecision || step === 'ask' || step === 'return';

  function send(): void {
    if (needsWords && words.trim().length < 2) return setFault(t('form.wordsMissing'));
    if (props.busy) return undefined;
    const lines = words
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    switch (step) {
      case 'ask':
        return props.onSend({ items: lines });
      case 'decline':
        return props.onSend({ reason, words: words.trim() });
      case 'checkSite':
        return props.onSend({ on, words: words.trim() });
      case 'return':
        return props.onSend({ reasons: words.trim() });
      case 'propose':
      case 'decide':
        return props.onSend({ outcome, reasons: words.trim(), law: law.trim() });
      default:
        return props.onSend({});
    }
  }

  return (
    <form
      className="step-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {isDecision && (
        <Radio.Group
          className="choices"
          aria-label={t(`step.${step}`)}
          options={(['GRANT', 'REFUSE'] as const).map((value) => ({
            value,
            label: PERMIT_OUTCOMES[value][language],
          }))}
          value={outcome}
          onChange={({ target }) => setOutcome(target.value as typeof outcome)}
        />
      )}
      {step === 'decline' && (
        <Radio.Group
          className="choices"
          aria-label={t('step.decline')}
          options={(['NOT_NEEDED', 'NOT_OURS'] as const).map((value) => ({
            value,
            label: `${DECLINE_REASONS[value][language]}（${DECLINE_REASONS[value].cite}）`,
          }))}
          value={reason}
          onChange={({ target }) => setReason(target.value as typeof reason)}
        />
      )}
      {step === 'checkSite' && (
        <Field id="step-day" label={t('form.siteDay')} hint={t('form.siteHint')}>
          {(wiring) => (
            <Input
              {...wiring}
              type="date"
              className="day-field"
              min={acceptedOn ?? undefined}
              max={today()}
              value={on}
              onChange={({ target }) => setOn(target.value)}
            />
          )}
        </Field>
      )}
      {step !== 'withdraw' && (
        <Field id="step-words" label={t(`form.${step}`)} hint={t(`form.${step}Hint`)} fault={fault}>
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              rows={step === 'ask' ? 5 : 3}
              maxLength={2000}
              value={words}
              onChange={({ target }) => {
                setWords(target.value);
                setFault(undefined);
              }}
            />
          )}
        </Field>
      )}
      {step === 'withdraw' && <p>{t('form.withdraw')}</p>}
      {isDecision && (
        <Field id="step-law" label={t('form.law')}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={200}
              value={law}
              onChange={({ target }) => setLaw(target.value)}
            />
          )}
        </Field>
      )}
      <div className="card-actions">
        <Button
          type="primary"
          danger={step === 'decline' || step === 'withdraw'}
          htmlType="submit"
          aria-busy={props.busy}
        >
          {t(`step.${step}`)}
        </Button>
        <Button onClick={props.onCancel}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
