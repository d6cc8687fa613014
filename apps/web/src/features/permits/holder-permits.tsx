import { PERMIT_CATEGORIES, ROUTES, type PermitRow } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { StateMark } from './state-mark.tsx';

export const holderPermitsQuery = (holder: string) => ({
  queryKey: ['permits', { holder }],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    ask(ROUTES.listPermits, { query: { holder, size: 20 } }, signal),
});

/** The permits that the platform itself knows of an enterprise or a park: they count. */
export function HolderPermits(props: { readonly of: 'enterprise' | 'park'; readonly id: string }) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const session = useSession();
  const { data } = useQuery(holderPermitsQuery(props.id));
  const mayApply = mayIn(session, 'create', 'permit');
  const rows = data?.rows ?? [];
  if (rows.length === 0 && !mayApply) return null;
  return (
    <section className="sheet" aria-labelledby="permits">
      <div className="section-head">
        <h2 id="permits">{t('title')}</h2>
        {mayApply && (
          <LinkButton icon="plus" to="/permits/new" search={{ of: props.of, holder: props.id }}>
            {t('new')}
          </LinkButton>
        )}
      </div>
      {rows.length === 0 && <p className="quiet-text">{t('holder.none')}</p>}
      <ul className="holder-permits">
        {rows.map(({ id, site, number, category, state, validTo }) => (
          <li key={id}>
            <Link to="/permits/$id" params={{ id }} search={{}}>
              {category ? PERMIT_CATEGORIES[category][language] : t('title')}
              {site && `（${site}）`}
            </Link>{' '}
            <StateMark state={state} />
            {number && <span className="code"> {number}</span>}
            {validTo && (
              <span className="quiet-text">
                {' '}
                {t('holder.validTo', { day: showDay(validTo, i18n.language) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The one that counts, in a line. */
export function HeldPermit({ permit }: { readonly permit: PermitRow }) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const { id, category, number, validTo } = permit;
  return (
    <>
      <Link to="/permits/$id" params={{ id }} search={{}}>
        {category ? PERMIT_CATEGORIES[category][language] : t('title')}{' '}
        <span className="code">{number}</span>
      </Link>{' '}
      {validTo && t('holder.validTo', { day: showDay(validTo, i18n.language) })}
    </>
  );
}
