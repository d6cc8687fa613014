import type { LogProtection } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../../i18n/dates.ts';
import { Notice } from '../../../ui/desk/notice.tsx';

/** Up to where the last checkpoint protects the log, and that what came after is not yet protected. */
export function Protection({ protection }: { readonly protection: LogProtection }) {
  const { t, i18n } = useTranslation('eventLog');
  const { checkpoint, unprotected } = protection;
  const last =
    checkpoint &&
    (checkpoint.takenAt === null
      ? t('lastUnknown', { number: checkpoint.number, position: checkpoint.position })
      : t('last', {
          number: checkpoint.number,
          at: showMoment(checkpoint.takenAt, i18n.language),
          position: checkpoint.position,
        }));
  return (
    <Notice
      tone={unprotected === 0 && checkpoint ? 'good' : 'caution'}
      title={last ?? t('noCheckpoint')}
    >
      {checkpoint && (
        <p>{unprotected === 0 ? t('allProtected') : t('unprotected', { count: unprotected })}</p>
      )}
      <p>{t('verify')}</p>
    </Notice>
  );
}
