import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayIn, useSession } from '../../api/session.ts';
import { Notice } from '../../ui/desk/notice.tsx';

/** Said before somebody writes pages for an office whose papers cannot be submitted. */
export function OfficeNotReady({ office }: { readonly office: string }) {
  const { t } = useTranslation('documents');
  const session = useSession();
  return (
    <Notice tone="caution" title={t('form.officeNotSet', { office })}>
      {mayIn(session, 'read', 'issuing_office') && (
        <p>
          <Link to="/document-settings">{t('form.toSettings')}</Link>
        </p>
      )}
    </Notice>
  );
}
