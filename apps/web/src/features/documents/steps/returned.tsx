import type { DocumentView } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../../i18n/dates.ts';
import { Notice } from '../../../ui/desk/notice.tsx';

/** Why the draft came back, until it is submitted again. */
export function Returned({ document: { state, acts } }: { readonly document: DocumentView }) {
  const { t, i18n } = useTranslation('documents');
  const last = acts.filter(({ act }) => act === 'RETURNED' || act === 'SUBMITTED').pop();
  if (state !== 'DRAFT' || last?.act !== 'RETURNED') return null;
  const { post, person, at, reason } = last;
  return (
    <Notice tone="caution" title={t('returned')}>
      <p className="return-reason">{reason}</p>
      <p className="fine">{t('returnedBy', { post, person, at: showMoment(at, i18n.language) })}</p>
    </Notice>
  );
}
