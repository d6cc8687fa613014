import { useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SignInPage } from '../features/organisations/sign-in-page.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { forgetSession, rememberSession } from './queries.ts';

/** The sign-in page in a frame as quiet as the public pages'. */
export function SignInRoute() {
  const { t } = useTranslation('desk');
  const router = useRouter();
  const arrival = useSearch({ from: '/sign-in' });
  return (
    <div className="front">
      <header className="front-head">
        <a href="/" className="brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span>{t('platform')}</span>
        </a>
        <LanguageSwitch />
      </header>
      <main id="content">
        <SignInPage
          arrival={arrival}
          onSignedIn={(session) => {
            forgetSession();
            rememberSession(session);
            router.history.push(`/desk${arrival.to ?? '/'}`);
          }}
        />
      </main>
    </div>
  );
}
