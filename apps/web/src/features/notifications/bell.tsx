import { ROUTES } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { Icon } from '../../ui/desk/icons.tsx';

const MOST_SHOWN = 99;

/** The way to the messages, with how many are unread; asks each minute while the page is seen. */
export function Bell() {
  const { t } = useTranslation('notifications');
  const { data } = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: ({ signal }) => ask(ROUTES.countUnread, {}, signal),
    refetchInterval: 60_000,
    refetchOnWindowFocus: 'always',
  });
  const unread = data?.unread ?? 0;
  const label = unread > 0 ? t('bell.unread', { unread }) : t('bell.none');
  return (
    <Link to="/notifications" className="bell" aria-label={label} title={label}>
      <Icon name="bell" size={20} />
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
    </Link>
  );
}
