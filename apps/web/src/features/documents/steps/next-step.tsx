import { ROUTES, type DocumentView } from '@ludao/contracts';
import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { DecideForm } from './decide-form.tsx';
import { DraftSteps } from './draft-steps.tsx';
import { SealForm } from './seal-form.tsx';
import { SealSystem } from './seal-system.tsx';
import { ServeForm } from './serve-form.tsx';
import { StepFault } from './step-fault.tsx';
import { useStep } from './use-step.ts';

/** The one thing that the reader can do next; or who does it, and why the reader does not. */
export function NextStep(props: { readonly document: DocumentView; readonly onEdit: () => void }) {
  const { t } = useTranslation('documents');
  const { document } = props;
  const { state, effect, may, template, volume } = document;
  const can = (step: DocumentView['may']['steps'][number]) => may.steps.includes(step);
  const waits =
    effect === 'VOID' ? 'VOID' : state === 'SEALED' && !template.served ? 'SEALED_plain' : state;
  return (
    <section className="sheet next-step" aria-labelledby="next-step">
      <h2 id="next-step">{t('next.title')}</h2>
      {may.steps.every((step) => step === 'recordOutside') && <p>{t(`next.${waits}`)}</p>}
      {state === 'SERVED' && !volume.closed && (
        <p>
          <Link to="/volumes/$id" params={{ id: volume.id }}>
            {t('next.toVolume')}
          </Link>
        </p>
      )}
      {may.ownWork && (
        <p className="why-not">
          <Icon name="info" size={16} /> {t('next.ownWork')}
        </p>
      )}
      {(can('change') || can('submit')) && <DraftSteps document={document} onEdit={props.onEdit} />}
      {can('takeBack') && <TakeBack document={document} />}
      {can('review') && <DecideForm key="review" document={document} step="review" />}
      {can('sign') && <DecideForm key="sign" document={document} step="sign" />}
      {can('handToSeal') && <SealSystem document={document} />}
      {can('seal') && <SealForm document={document} />}
      {can('serve') && <ServeForm document={document} />}
      {can('recordOutside') && (
        <p className="why-not">
          <Icon name="info" size={16} /> {t('next.outside')}
        </p>
      )}
    </section>
  );
}

function TakeBack({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation('documents');
  const { id, version } = document;
  const back = useStep(id, () =>
    ask(ROUTES.takeBackDocument, { params: { id }, body: { version } }),
  );
  return (
    <>
      <StepFault error={back.error} document={document} onFresh={() => back.reset()} />
      <p>{t('next.SUBMITTED')}</p>
      <p className="fine">{t('step.takeBackText')}</p>
      <Button aria-busy={back.isPending} onClick={() => !back.isPending && back.mutate(undefined)}>
        {t('step.takeBack')}
      </Button>
    </>
  );
}
