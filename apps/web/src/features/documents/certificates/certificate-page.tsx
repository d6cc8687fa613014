import {
  CERTIFICATE_REASONS,
  CERTIFICATE_STATES,
  ROUTES,
  type CertificateView,
} from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../../api/client.ts';
import { ProblemState } from '../../../api/problem-state.tsx';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { certificateQuery } from '../queries.ts';
import { VerificationPanel } from '../verification-panel.tsx';
import { CertificatePaper } from './certificate-paper.tsx';
import { CertificateOutside } from './outside-panel.tsx';

/** A receipt or certificate: what it says, whether it counts, and what is to be done elsewhere. */
export function CertificatePage() {
  const { id } = useParams({ from: '/in/certificates/$id' });
  const { t: desk } = useTranslation('desk');
  const { data, error, refetch } = useQuery(certificateQuery(id));
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  return <Shown key={id} certificate={data} />;
}

function Shown({ certificate }: { readonly certificate: CertificateView }) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  const { id, number, holder, kindName, state, stateOn, stateReason, record } = certificate;
  const pdf = addressOf(ROUTES.printCertificate, { params: { id } });
  return (
    <div className="document-page">
      <PageHead
        title={kindName[language]}
        eyebrow={record.number ?? number}
        lead={
          <>
            <CertificateState certificate={certificate} /> {holder}
          </>
        }
        actions={
          <>
            <Button href={pdf} target="_blank" icon={<Icon name="print" />}>
              {t('certificate.pdf')}
            </Button>
            <Button href={pdf} download icon={<Icon name="download" />}>
              {t('certificate.download')}
            </Button>
          </>
        }
      />
      {stateOn !== null && stateReason !== null && (
        <Notice
          tone="caution"
          title={t('certificate.endedOn', {
            state: CERTIFICATE_STATES[state][language],
            day: showDay(stateOn, i18n.language),
            reason: CERTIFICATE_REASONS[stateReason][language],
          })}
        />
      )}
      <div className="document-desk">
        <div className="document-main">
          <CertificatePaper certificate={certificate} />
        </div>
        <aside className="document-side">
          <CertificateOutside certificate={certificate} />
          <VerificationPanel
            of={certificate}
            hint={t('certificate.verifyHint')}
            digestHint={t('certificate.digestHint')}
          />
        </aside>
      </div>
    </div>
  );
}

/** Whether it counts, in words and with a sign. */
function CertificateState({ certificate }: { readonly certificate: CertificateView }) {
  const { t, i18n } = useTranslation('documents');
  const { state, paper } = certificate;
  if (state === 'VALID' && paper.warnings.length > 0) {
    return (
      <span className="document-state certificate-waits">
        <Icon name="warn" size={15} /> {t('certificate.waits')}
      </span>
    );
  }
  return (
    <span className={`document-state ${state === 'VALID' ? 'served' : 'archived'}`}>
      <Icon name={state === 'VALID' ? 'check' : 'close'} size={15} />{' '}
      {CERTIFICATE_STATES[state][currentLanguage(i18n)]}
    </span>
  );
}
