import { COMPLETION_STEPS, type CompletionStepName, type CompletionView } from '@ludao/contracts';
import { Button, Input } from 'antd';
import { useState, type ComponentType, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { Refused } from '../refused.tsx';
import { daysAgo } from '../../../ui/today.ts';
import { PermitField, permitOf } from './permit-field.tsx';
import { ReportForm } from './report-form.tsx';
import { useCompletionStep } from './use-step.ts';

interface Props {
  readonly completion: CompletionView;
}

const FORMS: Readonly<Record<CompletionStepName, ComponentType<Props>>> = {
  publishCommissioning: CommissioningForm,
  report: ReportForm,
  publish: PublishForm,
  file: FileForm,
  reopen: ({ completion }) => <ReasonForm completion={completion} step="reopen" />,
  abandon: ({ completion }) => <ReasonForm completion={completion} step="abandon" />,
};

/** What the proponent may do now: one form at a time, the most likely open. */
export function NextStep({ completion }: Props) {
  const { t, i18n } = useTranslation('completions');
  const language = currentLanguage(i18n);
  const { steps } = completion;
  const likely: CompletionStepName | undefined = steps.includes('report') ? 'report' : steps[0];
  const [chosen, setChosen] = useState<CompletionStepName | null>(null);
  const open = chosen !== null && steps.includes(chosen) ? chosen : likely;
  if (open === undefined) return null;
  const Form = FORMS[open];
  return (
    <section className="sheet case-form" aria-labelledby="next">
      <h2 id="next">{t('next')}</h2>
      {steps.length > 1 && (
        <p className="step-choice">
          {steps.map((step) => (
            <Button
              key={step}
              type={step === open ? 'primary' : 'default'}
              aria-pressed={step === open}
              onClick={() => setChosen(step)}
            >
              {COMPLETION_STEPS[step][language]}
            </Button>
          ))}
        </p>
      )}
      <h3>{COMPLETION_STEPS[open][language]}</h3>
      <Form key={`${completion.version} ${open}`} completion={completion} />
    </section>
  );
}

function StepForm(props: {
  readonly onSubmit: () => void;
  readonly error: unknown;
  readonly isReady: boolean;
  readonly busy: boolean;
  readonly action: string;
  readonly children: ReactNode;
}) {
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (props.isReady && !props.busy) props.onSubmit();
  }
  return (
    <form onSubmit={submit} noValidate>
      {props.children}
      <Refused error={props.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!props.isReady} aria-busy={props.busy}>
          {props.action}
        </Button>
      </div>
    </form>
  );
}

function Line(props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'date';
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { id, label, hint, type, value, onChange } = props;
  return (
    <Field id={id} label={label} hint={hint}>
      {(wiring) => (
        <Input
          {...wiring}
          {...(type && { type })}
          maxLength={200}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function CommissioningForm({ completion }: Props) {
  const { t } = useTranslation('completions');
  const [from, setFrom] = useState(daysAgo(0));
  const [to, setTo] = useState('');
  const [where, setWhere] = useState('');
  const [permit, setPermit] = useState(() => permitOf(completion));
  const step = useCompletionStep(completion);
  return (
    <StepForm
      error={step.error}
      isReady={from !== '' && to !== ''}
      busy={step.isPending}
      action={t('publishCommissioning')}
      onSubmit={() => step.mutate({ step: 'publishCommissioning', from, to, where, permit })}
    >
      <p className="fine">{t('commissioningHint')}</p>
      <Line id="from" label={t('from')} type="date" value={from} onChange={setFrom} />
      <Line id="to" label={t('to')} type="date" value={to} onChange={setTo} />
      <Line id="where" label={t('where')} hint={t('whereHint')} value={where} onChange={setWhere} />
      <PermitField permit={permit} inForce={completion.permitInForce} onChange={setPermit} />
    </StepForm>
  );
}

function PublishForm({ completion }: Props) {
  const { t } = useTranslation('completions');
  const [on, setOn] = useState(daysAgo(0));
  const [until, setUntil] = useState('');
  const [where, setWhere] = useState('');
  const step = useCompletionStep(completion);
  return (
    <StepForm
      error={step.error}
      isReady={on !== ''}
      busy={step.isPending}
      action={t('publish')}
      onSubmit={() =>
        step.mutate({ step: 'publish', on, until: until === '' ? null : until, where })
      }
    >
      <p className="fine">{t('publishHint')}</p>
      <Line
        id="publishOn"
        label={t('publishOn')}
        hint={t('publishOnHint')}
        type="date"
        value={on}
        onChange={setOn}
      />
      <Line
        id="until"
        label={t('until')}
        hint={t('untilHint')}
        type="date"
        value={until}
        onChange={setUntil}
      />
      <Line id="where" label={t('where')} hint={t('whereHint')} value={where} onChange={setWhere} />
    </StepForm>
  );
}

function FileForm({ completion }: Props) {
  const { t } = useTranslation('completions');
  const { record, published } = completion;
  const isFront = record.mode === 'FRONT';
  const [on, setOn] = useState(daysAgo(0));
  const [number, setNumber] = useState('');
  const [comments, setComments] = useState('');
  const step = useCompletionStep(completion);
  return (
    <StepForm
      error={step.error}
      isReady={on !== '' && (!isFront || number.trim().length >= 2)}
      busy={step.isPending}
      action={t('file')}
      onSubmit={() =>
        step.mutate({
          step: 'file',
          on,
          number: number.trim() === '' ? null : number.trim(),
          comments,
        })
      }
    >
      <p className="fine">
        {t(isFront ? 'fileFront' : 'fileRecord', {
          system: record.system,
          until: published?.until ?? '',
        })}
      </p>
      <Line id="fileOn" label={t('fileOn')} type="date" value={on} onChange={setOn} />
      {isFront && (
        <Line id="fileNumber" label={t('fileNumber')} value={number} onChange={setNumber} />
      )}
      <Field id="comments" label={t('comments')} hint={t('commentsHint')}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            rows={3}
            maxLength={2000}
            value={comments}
            onChange={(event) => setComments(event.target.value)}
          />
        )}
      </Field>
    </StepForm>
  );
}

function ReasonForm({ completion, step: name }: Props & { readonly step: 'reopen' | 'abandon' }) {
  const { t } = useTranslation('completions');
  const [reason, setReason] = useState('');
  const step = useCompletionStep(completion);
  return (
    <StepForm
      error={step.error}
      isReady={reason.trim().length >= 2}
      busy={step.isPending}
      action={t(name)}
      onSubmit={() => step.mutate({ step: name, reason })}
    >
      <Line
        id="reason"
        label={t('reason')}
        hint={t(`${name}Hint`)}
        value={reason}
        onChange={setReason}
      />
    </StepForm>
  );
}
