import type { DocumentView } from '@ludao/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/desk/icons.tsx';
import { QrCode } from '../../ui/desk/qr-code.tsx';

/** How anybody who holds the paper can tell whether it counts. */
export function VerificationPanel(props: {
  readonly of: Pick<DocumentView, 'verification' | 'digest'>;
  readonly hint: string;
  readonly digestHint: string;
}) {
  const { t } = useTranslation('documents');
  const [isCopied, setIsCopied] = useState(false);
  const { verification, digest } = props.of;
  const address = verification && `${location.origin}/verify/${verification}`;
  return (
    <section className="sheet verification" aria-labelledby="verification">
      <h2 id="verification">{t('verify.title')}</h2>
      {address && (
        <>
          <div className="verification-code">
            <QrCode text={address} label={t('verify.qr')} />
            <div>
              <p className="fine">{props.hint}</p>
              <p>
                <small>{t('verify.code')}</small>
                <br />
                <a className="fingerprint" href={address} target="_blank" rel="noreferrer">
                  {verification}
                </a>
              </p>
              <Button
                icon={<Icon name={isCopied ? 'check' : 'copy'} size={16} />}
                onClick={() =>
                  void navigator.clipboard.writeText(address).then(() => setIsCopied(true))
                }
              >
                {t(isCopied ? 'verify.copied' : 'verify.copy')}
              </Button>
            </div>
          </div>
        </>
      )}
      <p className="verification-digest">
        <small>{t('verify.digest')}</small>
        <span className="fingerprint">{digest}</span>
        <small>{props.digestHint}</small>
      </p>
    </section>
  );
}
