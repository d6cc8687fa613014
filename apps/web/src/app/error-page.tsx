import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <section className="narrow">
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <Link to="/" className="button primary">
        {t('toStart')}
      </Link>
    </section>
  );
}

/** Shown for a bug or a lost connection; what the visitor typed stays in the address. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('shell');
  return (
    <section className="narrow" role="alert">
      <h1>{t('error.title')}</h1>
      <p>{t('error.text')}</p>
      <p className="fine">{error instanceof Error ? error.message : String(error)}</p>
      <button type="button" className="primary" onClick={() => location.reload()}>
        {t('error.again')}
      </button>
    </section>
  );
}
