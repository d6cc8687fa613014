import {
  APPLICATION_KINDS,
  ROUTES,
  type PermitApplication,
  type PermitView,
} from '@ludao/contracts';
import { Button } from 'antd';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { FaultSummary } from '../../../ui/desk/fault-summary.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { draftOf, sendable, type Draft } from '../draft.ts';
import { StepFault } from '../handling/steps.tsx';
import { useStep } from '../queries.ts';
import { useRefusals } from '../refusals.ts';
import { ChangeFields } from './change-fields.tsx';
import { LicenceFields } from './licence-fields.tsx';
import { RegistrationFields } from './registration-fields.tsx';

/** The application as it is filled in: few questions for a registration, all of art. 13 for a permit. */
export function EditApplication(props: {
  readonly permit: PermitView;
  readonly application: PermitApplication;
  readonly onDone: () => void;
}) {
  const { t, i18n } = useTranslation('permits');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { permit, application, onDone } = props;
  const { id, kind, asked, may } = application;
  const [draft, setDraft] = useState<Draft>(() => draftOf(application));
  const [version, setVersion] = useState(application.version);
  const refusals = useRefusals();
  const isSupplement = may.steps.includes('supplement');
  const isRegistration = APPLICATION_KINDS[kind].track === 'REGISTRATION';

  const send = useStep(async (isWhole: boolean) => {
    const to = (body: object) =>
      ask(ROUTES.stepPermitApplication, { params: { id }, body: body as never });
    if (isSupplement) return to({ step: 'supplement', version, ...sendable(draft) });
    const saved = await to({ step: 'save', version, ...sendable(draft) });
    const now = saved.applications.find((one) => one.id === id)?.version ?? version;
    setVersion(now);
    return isWhole ? to({ step: 'submit', version: now }) : saved;
  }, onDone);
  const { error } = send;
  const isLate = isProblem(error, 'CHANGED_MEANWHILE') || isProblem(error, 'PERMIT_STEP_NOT_NOW');
  // One list per answer: the summary takes the focus whenever it gets a new one.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const faults = useMemo(() => (error && !isLate ? refusals(error) : []), [error, isLate]);
  const faultOf = (key: string) => faults.find(({ field }) => field === key)?.text;
  const part = { draft, faultOf, onChange: setDraft };

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!send.isPending) send.mutate(true);
  }

  return (
    <form className="sheet permit-form" onSubmit={submit} noValidate>
      <h2>
        {APPLICATION_KINDS[kind][language]}
        <small className="under">{APPLICATION_KINDS[kind].cite}</small>
      </h2>
      <p>{t(`apply.${kind}`)}</p>
      {asked && isSupplement && (
        <Notice tone="caution" title={t('form.missing')}>
          <ol>
            {asked.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </Notice>
      )}
      {isLate && <StepFault error={error} id={permit.id} onFresh={onDone} />}
      <FaultSummary title={t('form.faults')} faults={faults} />
      <ChangeFields {...part} kind={kind} />
      {kind !== 'CANCEL' &&
        (isRegistration ? <RegistrationFields {...part} /> : <LicenceFields {...part} />)}
      <div className="card-actions form-actions">
        <Button type="primary" htmlType="submit" aria-busy={send.isPending}>
          {t(isSupplement ? 'step.supplement' : isRegistration ? 'form.file' : 'step.submit')}
        </Button>
        {!isSupplement && (
          <Button aria-busy={send.isPending} onClick={() => send.mutate(false)}>
            {t('step.save')}
          </Button>
        )}
        <Button onClick={onDone}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
