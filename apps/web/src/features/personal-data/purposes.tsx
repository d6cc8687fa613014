import { PERSONAL_FIELDS, termText } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

/** Why each thing is kept and how long: the list of fields. The notice adds the legal basis of each. */
export function Purposes() {
  const { t, i18n } = useTranslation('personalData');
  const language = currentLanguage(i18n);
  return (
    <section className="sheet" aria-labelledby="purposes">
      <h2 id="purposes">{t('purposes.title')}</h2>
      <dl className="purposes">
        {PERSONAL_FIELDS.map((field) => (
          <div key={field.name.zh}>
            <dt>{field.name[language]}</dt>
            <dd>
              <span>{field.purpose[language]}</span>
              <span className="quiet-text">{termText(field)[language]}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="fine">
        {t('purposes.basis')} <a href="/privacy">{t('notice.read')}</a>
      </p>
    </section>
  );
}
