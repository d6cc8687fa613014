import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showCount } from '../../i18n/dates.ts';

/** A figure that leads to the list behind it; of zero there is no list. */
export function Figure(props: {
  readonly count: number;
  readonly to: '/parks' | '/enterprises' | '/pre-lease';
  readonly search: Readonly<Record<string, string>>;
}) {
  const { i18n } = useTranslation('desk');
  const { count, to, search } = props;
  const shown = showCount(count, i18n.language);
  if (count === 0) return <span className="quiet-text">{shown}</span>;
  return (
    // The page's own schema reads what is in the address.
    <Link to={to} search={search}>
      {shown}
    </Link>
  );
}

/** Said in figures; the bar is for the eye alone. */
export function Share({ part, whole }: { readonly part: number; readonly whole: number }) {
  const { t, i18n } = useTranslation('desk');
  if (whole === 0) return <span className="quiet-text">{t('none')}</span>;
  const share = part / whole;
  return (
    <span className="share">
      <svg viewBox="0 0 40 6" width="40" height="6" aria-hidden="true" focusable="false">
        <rect width="40" height="6" rx="3" className="share-whole" />
        <rect width={40 * share} height="6" rx="3" className="share-part" />
      </svg>
      {new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share)}
    </span>
  );
}
