import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayIn, useSession } from '../../api/session.ts';

/** From the shared data of a park to what may end them, and back. */
export function ParkTabs({ id }: { readonly id: string }) {
  const { t } = useTranslation('sharedData');
  const session = useSession();
  const tabs = [
    { to: '/parks/$id/shared-data', text: t('tabs.data'), reads: 'shared_dataset' },
    { to: '/parks/$id/follow-up', text: t('tabs.followUp'), reads: 'follow_up' },
    { to: '/parks/$id/changes', text: t('tabs.changes'), reads: 'major_change' },
  ] as const;
  return (
    <nav className="page-tabs screen-only" aria-label={t('tabs.label')}>
      {tabs
        .filter(({ reads }) => mayIn(session, 'read', reads))
        .map(({ to, text }) => (
          <Link key={to} to={to} params={{ id }} activeOptions={{ includeSearch: false }}>
            {text}
          </Link>
        ))}
    </nav>
  );
}
