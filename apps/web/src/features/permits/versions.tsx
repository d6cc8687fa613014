import { APPLICATION_KINDS, PERMIT_CATEGORIES, type PermitView } from '@ludao/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';

/** Every version stays readable by its day. */
export function Versions({ permit }: { readonly permit: PermitView }) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const { id, versions, versionNo } = permit;
  if (versions.length === 0) return null;
  const day = (date: string) => showDay(date, i18n.language);
  return (
    <section className="sheet screen-only" aria-labelledby="versions">
      <h2 id="versions">{t('versions.title')}</h2>
      <ol className="permit-versions" reversed>
        {[...versions].reverse().map(({ no, kind, category, inForceFrom, validTo }) => (
          <li key={no} aria-current={no === versionNo ? 'true' : undefined}>
            <Link to="/permits/$id" params={{ id }} search={{ on: inForceFrom }}>
              {t('versions.from', { day: day(inForceFrom) })}
            </Link>{' '}
            {kind ? APPLICATION_KINDS[kind][language] : t('versions.historical')} ·{' '}
            {PERMIT_CATEGORIES[category][language]}
            {kind !== 'CANCEL' && <> · {t('holder.validTo', { day: day(validTo) })}</>}
            {no === versionNo && <span className="badge">{t('versions.shown')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
