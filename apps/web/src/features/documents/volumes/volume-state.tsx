import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/desk/icons.tsx';

export function VolumeState({ isClosed }: { readonly isClosed: boolean }) {
  const { t } = useTranslation('documents');
  return (
    <span className={`document-state ${isClosed ? 'archived' : 'draft'}`}>
      <Icon name={isClosed ? 'file' : 'edit'} size={15} />{' '}
      {t(isClosed ? 'volumes.closed' : 'volumes.open')}
    </span>
  );
}
