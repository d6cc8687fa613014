import { CERTIFICATE_STATES, VOID_REASONS, type CaseView, type FilingView } from '@ludao/contracts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';

/** What proves the filing, or what is still to be done in the official system. */
export function Receipts({ found, filing }: { found: CaseView; filing: FilingView }) {
  const { t, i18n } = useTranslation('cases');
  const language = currentLanguage(i18n);
  const { receipts, voided, refiles, record } = filing;
  const [latest] = receipts;
  // A form that was prepared stays with the system of its day.
  const system = (record.mode === 'FRONT' && record.system) || t('prepared.official');
  return (
    <>
      {refiles && (
        <Notice tone="info">
          <p>
            {t('refiles')}{' '}
            <Link to="/cases/$id" params={{ id: refiles.id }}>
              {t('earlier')}
            </Link>
          </p>
        </Notice>
      )}
      {voided && (
        <Notice
          tone="fault"
          title={t('voidedOn', {
            day: showDay(voided.on, i18n.language),
            reason: VOID_REASONS[voided.reason][language],
          })}
        >
          <p>{t('voidedNext')}</p>
        </Notice>
      )}
      {found.state === 'PREPARED' && latest && (
        <Notice
          tone="caution"
          title={t('prepared.title')}
          actions={
            <>
              {record.mode === 'FRONT' && record.address !== '' && (
                <Button href={record.address} target="_blank" icon={<Icon name="out_of_here" />}>
                  {record.system}
                </Button>
              )}
              <LinkButton primary to="/certificates/$id" params={{ id: latest.id }}>
                {t('prepared.enter')}
              </LinkButton>
            </>
          }
        >
          <p>{t('prepared.text', { system })}</p>
        </Notice>
      )}
      {found.state === 'FILED' && latest && (
        <Notice
          tone="good"
          title={t('filed.title', { number: latest.officialNumber ?? latest.number })}
          actions={
            <LinkButton primary icon="seal" to="/certificates/$id" params={{ id: latest.id }}>
              {t('filed.receipt')}
            </LinkButton>
          }
        >
          <p>{t('filed.text')}</p>
        </Notice>
      )}
      {receipts.some(({ state }) => state !== 'VALID') && (
        <ul className="receipts">
          {receipts
            .filter(({ state }) => state !== 'VALID')
            .map(({ id, number, state }) => (
              <li key={id}>
                <Link to="/certificates/$id" params={{ id }} className="code">
                  {number}
                </Link>{' '}
                {CERTIFICATE_STATES[state][language]}
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
