import { ROUTES } from '@ludao/contracts';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { showCount } from '../../i18n/dates.ts';
import type { DocumentSearch } from './list-search.ts';

/** The lists that the reader's posts work from, one click away and never a hidden filter. */
export function Duties({ search }: { readonly search: DocumentSearch }) {
  const { t, i18n } = useTranslation('documents');
  const session = useSession();
  const duties: readonly { readonly key: string; readonly search: DocumentSearch }[] = [
    ...(mayIn(session, 'review', 'document')
      ? [{ key: 'SUBMITTED', search: { state: 'SUBMITTED' } } as const]
      : []),
    ...(mayIn(session, 'sign', 'document')
      ? [{ key: 'REVIEWED', search: { state: 'REVIEWED' } } as const]
      : []),
    ...(mayIn(session, 'issue', 'document')
      ? ([
          { key: 'NUMBERED', search: { state: 'NUMBERED' } },
          { key: 'SEALED', search: { state: 'SEALED' } },
          { key: 'outside', search: { outside: 'waiting' } },
        ] as const)
      : []),
    ...(mayIn(session, 'create', 'document')
      ? [{ key: 'mine', search: { mine: 'yes', state: 'DRAFT' } } as const]
      : []),
  ];
  const counts = useQueries({
    queries: duties.map(({ key, search: asked }) => ({
      queryKey: ['documents', 'count', key],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        ask(ROUTES.listDocuments, { query: { ...asked, size: 1 } }, signal),
    })),
  });
  if (duties.length === 0) return null;
  return (
    <nav className="duty-chips screen-only" aria-label={t('jump')}>
      <span className="fine">{t('jump')}</span>
      {duties.map((duty, at) => {
        const isHere = (['state', 'mine', 'outside'] as const).every(
          (key) => search[key] === duty.search[key],
        );
        const total = counts[at]?.data?.total;
        return (
          <Link
            key={duty.key}
            to="/documents"
            search={duty.search}
            activeOptions={{ exact: true }}
            aria-current={isHere ? 'true' : undefined}
          >
            {t(`duty.${duty.key}`)}{' '}
            {total !== undefined && <strong>{showCount(total, i18n.language)}</strong>}
          </Link>
        );
      })}
    </nav>
  );
}
