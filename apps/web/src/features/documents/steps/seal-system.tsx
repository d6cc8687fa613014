import { ROUTES, type DocumentView } from '@ludao/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { StepFault } from './step-fault.tsx';
import { useStep } from './use-step.ts';

/** Handing the paper to the seal system of the office, and taking it back sealed. */
export function SealSystem({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation('documents');
  const { id, version, may } = document;
  const body = { version };
  const hand = useStep(id, () => ask(ROUTES.handDocumentToSeal, { params: { id }, body }));
  const collect = useStep(id, () => ask(ROUTES.collectSealedDocument, { params: { id }, body }));
  const isHanded = may.steps.includes('collectSeal');
  return (
    <div className="seal-system">
      <h3>{t('seal.system')}</h3>
      <StepFault
        error={hand.error ?? collect.error}
        document={document}
        onFresh={() => {
          hand.reset();
          collect.reset();
        }}
      />
      <p className="fine">{t(isHanded ? 'seal.systemHanded' : 'seal.systemText')}</p>
      <div className="card-actions">
        {isHanded && (
          <Button
            type="primary"
            aria-busy={collect.isPending}
            onClick={() => !collect.isPending && collect.mutate(undefined)}
          >
            {t('seal.collect')}
          </Button>
        )}
        <Button
          aria-busy={hand.isPending}
          onClick={() => !hand.isPending && hand.mutate(undefined)}
        >
          {t(isHanded ? 'seal.handAgain' : 'seal.hand')}
        </Button>
      </div>
    </div>
  );
}
