import type { DocumentView } from '@ludao/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';

/** What the addressee may do against it, and until when. */
export function Periods({ document: { periods } }: { readonly document: DocumentView }) {
  const { t, i18n } = useTranslation('documents');
  if (periods.length === 0) return null;
  return (
    <section className="sheet document-about" aria-labelledby="periods">
      <h2 id="periods">{t('periods.title')}</h2>
      <dl>
        {periods.map(({ clock, name, cite, dueOn, provisional }) => (
          <div key={clock}>
            <dt>{name[currentLanguage(i18n)]}</dt>
            <dd>
              <Link to="/clocks/$id" params={{ id: clock }}>
                {dueOn === null ? t('periods.stopped') : showDay(dueOn, i18n.language)}
              </Link>
              {provisional && <small className="under">{t('periods.provisional')}</small>}
              <small className="under">{cite}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
