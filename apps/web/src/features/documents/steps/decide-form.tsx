import { ROUTES, type DocumentDecision, type DocumentView } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { numberOf } from '../offices/pattern.ts';
import { officesQuery } from '../queries.ts';
import { today } from '../../../ui/today.ts';
import { ReasonForm } from './reason-form.tsx';
import { StepFault } from './step-fault.tsx';
import { useStep } from './use-step.ts';

/** Passing or signing off what another person wrote, or sending it back with the reason. */
export function DecideForm(props: {
  readonly document: DocumentView;
  readonly step: 'review' | 'sign';
}) {
  const { t } = useTranslation('documents');
  const { document, step } = props;
  const { id, version } = document;
  const [isBack, setIsBack] = useState(false);
  const route = step === 'review' ? ROUTES.reviewDocument : ROUTES.signDocument;
  const decide = useStep(id, (body: DocumentDecision) => ask(route, { params: { id }, body }));
  return (
    <>
      <StepFault error={decide.error} document={document} onFresh={() => decide.reset()} />
      {isBack ? (
        <ReasonForm
          label={t('step.backReason')}
          hint={t('step.backHint')}
          submit={t('step.back')}
          busy={decide.isPending}
          onSubmit={(reason) => decide.mutate({ decision: 'return', version, reason })}
          onCancel={() => setIsBack(false)}
        />
      ) : (
        <>
          {step === 'sign' && <NextNumber document={document} />}
          <p className="fine">{t(`step.${step}Text`)}</p>
          <div className="card-actions">
            <Button
              type="primary"
              icon={<Icon name="check" />}
              aria-busy={decide.isPending}
              onClick={() => !decide.isPending && decide.mutate({ decision: 'approve', version })}
            >
              {t(`step.${step}`)}
            </Button>
            <Button onClick={() => setIsBack(true)}>{t('step.back')}</Button>
          </div>
        </>
      )}
    </>
  );
}

/** The series that it is numbered in, and the number as things stand. */
function NextNumber({ document: { office, template } }: { readonly document: DocumentView }) {
  const { t } = useTranslation('documents');
  const { data } = useQuery(officesQuery);
  const own = data?.offices.find(({ name }) => name === office);
  if (!own) return null;
  const series = own.series.find(({ code }) => code === template.series);
  if (!series) return <Notice tone="caution" title={t('step.noSeries')} />;
  const year = Number(today().slice(0, 4));
  const last = series.years.find((one) => one.year === year)?.last ?? 0;
  return (
    <p className="next-number">
      {t('step.nextNumber', { number: numberOf(series.pattern, year, last + 1) })}
    </p>
  );
}
