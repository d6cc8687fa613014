import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayIn, useSession } from '../api/session.ts';
import { Icon } from '../ui/desk/icons.tsx';
import { GROUPS, type Entry } from './navigation-entries.ts';

/** Only what the posts held today may open, and as what the person is here. */
export function Navigation({ onGo }: { readonly onGo: () => void }) {
  const { t } = useTranslation('desk');
  const session = useSession();
  const isReady = session.secondFactor !== 'to_enrol' && !session.passwordDue;
  return (
    <>
      <nav aria-label={t('navigation')} className="desk-nav">
        {isReady &&
          GROUPS.map(({ text, entries }) => {
            const open = entries.filter((entry) => isOpen(entry, session));
            if (open.length === 0) return null;
            return (
              <div key={text ?? ''}>
                {text !== null && <h2>{t(text)}</h2>}
                <ul>
                  {open.map(({ to, icon, text: name }) => (
                    <li key={to}>
                      <Link
                        to={to}
                        onClick={onGo}
                        activeOptions={{ exact: to === '/', includeSearch: false }}
                      >
                        <Icon name={icon} /> {t(name)}
                      </Link>
                    </li>
                  ))}
                </ul>
              </div>
            );
          })}
        <ul className="front-door">
          <li>
            <a href="/">
              <Icon name="out_of_here" /> {t('frontDoor')}
            </a>
          </li>
        </ul>
      </nav>
      <section className="who" aria-label={t('me')}>
        <p className="who-name">{session.user.name}</p>
        <ul>
          {session.posts.map(({ id, title, organisation, standIn }) => (
            <li key={id}>
              {title}
              {standIn && <span className="badge">{t('standIn')}</span>}
              <small>{organisation.name}</small>
            </li>
          ))}
        </ul>
        {isReady && (
          <p>
            <Link to="/absences" onClick={onGo}>
              {t('ownAffairs')}
            </Link>
          </p>
        )}
        {isReady && session.signOn !== 'none' && (
          <p>
            <Link to="/sign-on" onClick={onGo}>
              {t('ownSignOn')}
            </Link>
          </p>
        )}
        {isReady && (
          <p className="side-foot">
            <Link to="/me/messages" onClick={onGo}>
              {t('messageSettings')}
            </Link>
          </p>
        )}
        {isReady && (
          <p className="side-foot">
            <Link to="/me" onClick={onGo}>
              {t('myData')}
            </Link>
          </p>
        )}
        <p className="who-idle">{t('idle', { minutes: session.idleMinutes })}</p>
        <p className="side-foot">
          <a href="/privacy">{t('privacy')}</a>
        </p>
      </section>
    </>
  );
}

function isOpen(
  { reads, creates, plans, exports, withSignOn, atPost }: Entry,
  session: ReturnType<typeof useSession>,
): boolean {
  return (
    (reads === undefined || mayIn(session, 'read', reads)) &&
    (creates === undefined || mayIn(session, 'create', creates)) &&
    (plans === undefined || mayIn(session, 'update', plans)) &&
    (exports === undefined || mayIn(session, 'export', exports)) &&
    !(atPost && session.posts.length === 0) &&
    !(withSignOn && session.signOn === 'none')
  );
}
