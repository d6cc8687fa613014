import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function Loading() {
  const { t } = useTranslation('screening');
  return (
    <p className="narrow waiting" role="status">
      {t('loading')}
    </p>
  );
}

/** Everything on the page counts invented parks and adoptions as well. */
export function DemoNotice() {
  const { t } = useTranslation('screening');
  return (
    <p className="demo" role="note">
      <strong>{t('demo.mark')}</strong> {t('demo.text')}
    </p>
  );
}

/** The address holds no project that can be read: cut off by a chat program, for example. */
export function BrokenLink() {
  const { t } = useTranslation('screening');
  return (
    <section className="narrow">
      <h1>{t('broken.title')}</h1>
      <p>{t('broken.text')}</p>
      <Link to="/" className="button primary">
        {t('broken.start')}
      </Link>
    </section>
  );
}
