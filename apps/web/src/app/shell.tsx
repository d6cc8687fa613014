import { Link, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '../i18n/index.ts';

/** The frame of every public page: name, language, a way to the content for keyboards. */
export function Shell() {
  const { t, i18n } = useTranslation('shell');
  const other = currentLanguage(i18n) === 'zh' ? 'en' : 'zh';
  useEffect(() => {
    document.documentElement.lang = i18n.language;
    document.title = t('name');
  }, [i18n.language, t]);
  return (
    <>
      <a className="skip" href="#content" onClick={skipToContent}>
        {t('skip')}
      </a>
      <header className="masthead">
        <div className="masthead-inner">
          <Link to="/" className="brand">
            <img src="/icon.svg" alt="" width="28" height="28" />
            <span>{t('name')}</span>
          </Link>
          <button
            type="button"
            className="quiet"
            lang={other === 'zh' ? 'zh-CN' : 'en'}
            onClick={() => chooseLanguage(other)}
          >
            {other === 'zh' ? '中文' : 'English'}
          </button>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="colophon">
        <p>
          {t('noLegalEffect')} <Link to="/law">{t('law')}</Link>
        </p>
        <p>{t('privacy')}</p>
        <p>
          <Link to="/publicity">{t('publicity')}</Link> ·{' '}
          <Link to="/eia-notices">{t('eiaNotices')}</Link> ·{' '}
          <Link to="/filings">{t('filings')}</Link> ·{' '}
          <Link to="/acceptances">{t('acceptances')}</Link> ·{' '}
          <Link to="/verify">{t('verify')}</Link> · <Link to="/privacy">{t('privacyNotice')}</Link>
        </p>
      </footer>
    </>
  );
}

/** Without touching the fragment, which holds the visitor's answers. */
function skipToContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#content')?.focus();
}
