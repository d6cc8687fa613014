import type { CertificateView } from '@ludao/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { CopyList } from '../outside/copy-list.tsx';
import { CertificateNumberForm } from './number-form.tsx';

/** What an official system records: what to enter there, and the number that it gave. */
export function CertificateOutside({ certificate }: { readonly certificate: CertificateView }) {
  const { t, i18n } = useTranslation('documents');
  const [isSaved, setIsSaved] = useState(false);
  const language = currentLanguage(i18n);
  const { record, holder, number, paper, may, state } = certificate;
  if (record.mode !== 'FRONT') return null;
  const system = record.system || t('certificate.officialSystem');
  const isWaiting = record.number === null && state === 'VALID';
  const rows = [
    { name: t('certificate.holder'), text: holder },
    { name: t('certificate.numberInside'), text: number },
    ...paper.rows.map(({ name, text }) => ({ name: name[language], text })),
  ];
  return (
    <section className="sheet outside-panel" aria-labelledby="outside">
      <h2 id="outside">
        {t('certificate.outside.title')}{' '}
        {isWaiting && <span className="outside-waiting">{t('certificate.outside.waiting')}</span>}
      </h2>
      {isSaved && record.number !== null && (
        <Notice tone="good" title={t('certificate.outside.saved')} />
      )}
      {record.number !== null && (
        <>
          {!isSaved && (
            <p>
              <Icon name="check" size={16} /> {t('certificate.outside.done')}
            </p>
          )}
          <p>
            {system}
            <br />
            <span className="code">{record.number}</span>{' '}
            {record.on && showDay(record.on, i18n.language)}
          </p>
        </>
      )}
      {isWaiting && (
        <>
          <p>{t('certificate.outside.why', { system })}</p>
          {!may.enter && <p className="fine">{t('certificate.outside.others')}</p>}
          {record.address !== '' && (
            <p>
              <Button
                href={record.address}
                target="_blank"
                rel="noreferrer"
                icon={<Icon name="link" />}
              >
                {t('certificate.outside.open')}
              </Button>
            </p>
          )}
          <details open={may.enter}>
            <summary>{t('certificate.outside.fields')}</summary>
            <CopyList rows={rows} />
          </details>
        </>
      )}
      {may.enter && (
        <CertificateNumberForm certificate={certificate} onSaved={() => setIsSaved(true)} />
      )}
      {may.correct && (
        <details>
          <summary>{t('certificate.outside.correct')}</summary>
          <p className="fine">{t('certificate.outside.correctHint')}</p>
          <CertificateNumberForm
            key={certificate.version}
            certificate={certificate}
            onSaved={() => setIsSaved(true)}
          />
        </details>
      )}
    </section>
  );
}
