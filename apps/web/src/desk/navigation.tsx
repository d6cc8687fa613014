import type { Resource } from '@ludao/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mayIn, useSession } from '../api/session.ts';
import { Icon, type IconName } from '../ui/desk/icons.tsx';

interface Entry {
  readonly to:
    | '/'
    | '/inbox'
    | '/parks'
    | '/enterprises'
    | '/pre-lease'
    | '/permits'
    | '/park-eias'
    | '/admissions'
    | '/stock'
    | '/citing'
    | '/citations'
    | '/cases'
    | '/batches'
    | '/retrofits'
    | '/completions'
    | '/effects'
    | '/documents'
    | '/volumes'
    | '/received'
    | '/document-settings'
    | '/rulebook'
    | '/posts'
    | '/delegations'
    | '/organisations'
    | '/accounts'
    | '/appointments'
    | '/security-log'
    | '/message-deliveries'
    | '/event-log'
    | '/personal-data'
    | '/sign-on/accounts';
  readonly icon: IconName;
  /** A key of the desk's texts. */
  readonly text: string;
  readonly reads?: Resource;
  /** Only for whoever may make something of the kind. */
  readonly creates?: Resource;
  /** Only for whoever may change such a thing. */
  readonly plans?: Resource;
  /** For whoever may pass on such rows, not only see the own ones. */
  readonly exports?: Resource;
  /** Only for whoever holds a post, or stands in. */
  readonly atPost?: true;
  /** Only where an office's own sign-on is set up. */
  readonly withSignOn?: true;
}

const ENTRIES: readonly Entry[] = [
  { to: '/', icon: 'home', text: 'home' },
  { to: '/inbox', icon: 'check', text: 'inbox', atPost: true },
  { to: '/parks', icon: 'park', text: 'parks', reads: 'park' },
  { to: '/enterprises', icon: 'enterprise', text: 'enterprises', reads: 'enterprise' },
  { to: '/pre-lease', icon: 'lease', text: 'preLease', reads: 'pre_lease_check' },
  { to: '/permits', icon: 'shield', text: 'permits', reads: 'permit' },
  { to: '/park-eias', icon: 'leaf', text: 'parkEias', reads: 'park_eia' },
  { to: '/admissions', icon: 'hand', text: 'admissions', reads: 'admission' },
  { to: '/stock', icon: 'received', text: 'stock', reads: 'stock' },
  { to: '/citing', icon: 'link', text: 'citing', creates: 'citation' },
  { to: '/citations', icon: 'file', text: 'citations', reads: 'citation' },
  { to: '/cases', icon: 'edit', text: 'cases', reads: 'eia_case' },
  { to: '/batches', icon: 'people', text: 'batches', plans: 'batch' },
  { to: '/retrofits', icon: 'hand', text: 'retrofits', reads: 'eia_case' },
  { to: '/completions', icon: 'check', text: 'completions', reads: 'completion_acceptance' },
  { to: '/effects', icon: 'effect', text: 'effects', exports: 'eia_case' },
  { to: '/documents', icon: 'paper', text: 'documents', reads: 'document' },
  { to: '/volumes', icon: 'file', text: 'volumes', reads: 'document' },
  { to: '/received', icon: 'received', text: 'received', reads: 'served_document' },
  { to: '/document-settings', icon: 'seal', text: 'documentSettings', reads: 'issuing_office' },
  { to: '/rulebook', icon: 'rulebook', text: 'rulebook', reads: 'rulebook_entry' },
  { to: '/posts', icon: 'people', text: 'posts', reads: 'post' },
  { to: '/delegations', icon: 'hand', text: 'delegations', reads: 'delegation' },
  { to: '/organisations', icon: 'park', text: 'organisations', reads: 'organisation' },
  { to: '/accounts', icon: 'key', text: 'accounts', reads: 'account' },
  { to: '/appointments', icon: 'check', text: 'appointments', reads: 'appointment' },
  { to: '/security-log', icon: 'log', text: 'securityLog', reads: 'security_log' },
  { to: '/event-log', icon: 'log', text: 'eventLog', reads: 'event_log' },
  {
    to: '/sign-on/accounts',
    icon: 'link',
    text: 'signOn',
    reads: 'sign_on_link',
    withSignOn: true,
  },
  {
    to: '/message-deliveries',
    icon: 'bell',
    text: 'deliveries',
    reads: 'notification_delivery',
  },
  { to: '/personal-data', icon: 'shield', text: 'personalData', reads: 'data_request' },
];

/** Only what the posts held today may open, and as what the person is here. */
export function Navigation({ onGo }: { readonly onGo: () => void }) {
  const { t } = useTranslation('desk');
  const session = useSession();
  const isReady = session.secondFactor !== 'to_enrol' && !session.passwordDue;
  return (
    <>
      <nav aria-label={t('navigation')} className="desk-nav">
        <ul>
          {ENTRIES.filter(
            ({ reads, creates, plans, exports, withSignOn, atPost }) =>
              isReady &&
              (reads === undefined || mayIn(session, 'read', reads)) &&
              (creates === undefined || mayIn(session, 'create', creates)) &&
              (plans === undefined || mayIn(session, 'update', plans)) &&
              (exports === undefined || mayIn(session, 'export', exports)) &&
              !(atPost && session.posts.length === 0) &&
              !(withSignOn && session.signOn === 'none'),
          ).map(({ to, icon, text }) => (
            <li key={to}>
              <Link
                to={to}
                onClick={onGo}
                activeOptions={{ exact: to === '/', includeSearch: false }}
              >
                <Icon name={icon} /> {t(text)}
              </Link>
            </li>
          ))}
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
