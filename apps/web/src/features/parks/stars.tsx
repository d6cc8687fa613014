import { useTranslation } from 'react-i18next';

/** As stars for the eye and as a number for the ear. */
export function Stars({ count }: { readonly count: number | null }) {
  const { t } = useTranslation('parks');
  if (count === null) return <span className="quiet-text">{t('noStars')}</span>;
  return (
    <span className="stars" role="img" aria-label={t('starsOf', { count })}>
      {'★'.repeat(count)}
      <span aria-hidden="true">{t('starsOf', { count })}</span>
    </span>
  );
}
