import { ROUTES } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { Icon } from '../../ui/desk/icons.tsx';

/** Tells once of each edition how personal data are handled. It asks for no consent, and takes none. */
export function NoticeOnce() {
  const { t } = useTranslation('personalData');
  const queries = useQueryClient();
  const queryKey = ['notice'];
  const { data } = useQuery({
    queryKey,
    staleTime: Infinity,
    queryFn: ({ signal }) => ask(ROUTES.getNotice, {}, signal),
  });
  const record = useMutation({
    mutationFn: (version: string) => ask(ROUTES.recordNotice, { body: { version } }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  if (!data || data.shown) return null;
  return (
    <aside className="notice-once screen-only" aria-label={t('notice.title')}>
      <Icon name="info" size={20} />
      <p>
        {t('notice.lead')}{' '}
        <a href="/privacy" target="_blank" rel="noreferrer">
          {t('notice.read')}
        </a>
      </p>
      <Button
        size="small"
        aria-busy={record.isPending}
        onClick={() => !record.isPending && record.mutate(data.version)}
      >
        {t('notice.seen')}
      </Button>
    </aside>
  );
}
