import { ROUTES } from '@ludao/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api/client.ts';
import { SessionContext } from '../api/session.ts';
import { Bell } from '../features/notifications/bell.tsx';
import { NoticeOnce } from '../features/personal-data/notice-once.tsx';
import { Icon } from '../ui/desk/icons.tsx';
import { useNarrow } from '../ui/desk/narrow.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Navigation } from './navigation.tsx';
import { forgetSession, sessionQuery } from './queries.ts';

/** What surrounds every page of the desk: navigation, who I am, language, a way out. */
export function Frame() {
  const { t } = useTranslation('desk');
  const narrow = useNarrow();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { data: session } = useQuery(sessionQuery);
  const signOut = useMutation({
    mutationFn: () => ask(ROUTES.signOut, {}),
    onSettled: async () => {
      const via = session?.signOn === 'used' ? ({ via: 'sign-on' } as const) : {};
      forgetSession();
      await router.navigate({ to: '/sign-in', search: { reason: 'signed_out', ...via } });
    },
  });
  if (!session) return null;
  const side = <Navigation onGo={() => setOpen(false)} />;
  return (
    <SessionContext value={session}>
      <a className="skip" href="#content" onClick={skipToContent}>
        {t('skip')}
      </a>
      {session.demo && (
        <aside className="demo-banner" aria-label={t('demoMark')}>
          <Icon name="info" size={16} /> {t('demo')}
        </aside>
      )}
      <header className="desk-head screen-only">
        {narrow && (
          <button
            type="button"
            className="plain square"
            aria-label={t('menu')}
            aria-expanded={open}
            onClick={() => setOpen(true)}
          >
            <Icon name="menu" size={22} />
          </button>
        )}
        <span className="brand">
          <img src="/icon.svg" alt="" width="26" height="26" />
          <span>{t('platform')}</span>
        </span>
        <span className="head-tools">
          {session.secondFactor !== 'to_enrol' && !session.passwordDue && <Bell />}
          <LanguageSwitch />
          <button
            type="button"
            className="plain"
            disabled={signOut.isPending}
            onClick={() => signOut.mutate()}
          >
            <Icon name="out" />
            <span className="wide-only">{t(signOut.isPending ? 'signingOut' : 'signOut')}</span>
            <span className="narrow-only">{t('signOut')}</span>
          </button>
        </span>
      </header>
      <div className="desk-body">
        {narrow ? (
          <Drawer
            placement="left"
            size={290}
            open={open}
            onClose={() => setOpen(false)}
            title={t('navigation')}
            closable={{ 'aria-label': t('closeMenu') }}
          >
            {side}
          </Drawer>
        ) : (
          <div className="desk-side screen-only">{side}</div>
        )}
        <main id="content" tabIndex={-1}>
          {session.secondFactor !== 'to_enrol' && !session.passwordDue && <NoticeOnce />}
          <Outlet />
        </main>
      </div>
    </SessionContext>
  );
}

function skipToContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#content')?.focus();
}
