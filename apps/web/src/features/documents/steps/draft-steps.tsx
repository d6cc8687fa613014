import { emptyFields, ROUTES, type DocumentView } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { OfficeNotReady } from '../office-not-ready.tsx';
import { kindsQuery } from '../queries.ts';
import { useRefusals } from '../refusals.ts';
import { ReasonForm } from './reason-form.tsx';
import { StepFault } from './step-fault.tsx';
import { useStep } from './use-step.ts';

/** Changing, submitting or giving up a draft. */
export function DraftSteps(props: {
  readonly document: DocumentView;
  readonly onEdit: () => void;
}) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  const { document } = props;
  const { id, version, template, fields, office, may } = document;
  const { data: kinds } = useQuery(kindsQuery);
  const [isDiscarding, setDiscarding] = useState(false);
  const refusals = useRefusals(template.fields);
  const submit = useStep(id, () =>
    ask(ROUTES.submitDocument, { params: { id }, body: { version } }),
  );
  const discard = useStep(id, (reason: string) =>
    ask(ROUTES.discardDocument, { params: { id }, body: { version, reason } }),
  );
  const empty = emptyFields(template, fields);
  const isReady = kinds?.offices.find(({ name }) => name === office)?.ready !== false;
  const isEmpty = isProblem(submit.error, 'FIELDS_EMPTY');
  const edit = (
    <Button
      type={empty.length > 0 ? 'primary' : 'default'}
      icon={<Icon name="edit" />}
      onClick={props.onEdit}
    >
      {t('edit')}
    </Button>
  );
  if (isDiscarding) {
    return (
      <>
        <StepFault error={discard.error} document={document} onFresh={() => discard.reset()} />
        <ReasonForm
          label={t('step.discardReason')}
          hint={t('step.discardText')}
          submit={t('step.discard')}
          busy={discard.isPending}
          onSubmit={(reason) => discard.mutate(reason)}
          onCancel={() => setDiscarding(false)}
        />
      </>
    );
  }
  return (
    <>
      {isEmpty ? (
        <Notice
          tone="fault"
          title={refusals(submit.error)
            .map(({ text }) => text)
            .join('；')}
        />
      ) : (
        <StepFault error={submit.error} document={document} onFresh={() => submit.reset()} />
      )}
      {!isReady && <OfficeNotReady office={office} />}
      {empty.length > 0 ? (
        <p>
          {t('form.remaining', {
            count: empty.length,
            fields: template.fields
              .filter(({ key }) => empty.includes(key))
              .map(({ name }) => name[language])
              .join(language === 'zh' ? '、' : ', '),
          })}
        </p>
      ) : (
        <p className="fine">{t('step.submitText')}</p>
      )}
      <div className="card-actions">
        {may.steps.includes('submit') && empty.length === 0 && (
          <Button
            type="primary"
            icon={<Icon name="check" />}
            aria-busy={submit.isPending}
            onClick={() => !submit.isPending && submit.mutate(undefined)}
          >
            {t('step.submit')}
          </Button>
        )}
        {edit}
        {may.steps.includes('discard') && (
          <Button onClick={() => setDiscarding(true)}>{t('step.discard')}</Button>
        )}
      </div>
    </>
  );
}
