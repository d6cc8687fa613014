import { ROLES, THREE_OFFICERS, type Role } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { mayIn, rolesOf, useSession } from '../api/session.ts';
import { CountyTable } from '../features/disclosure/county-table.tsx';
import { OwnEnterprises } from '../features/enterprises/own-enterprises.tsx';
import { FirstItems } from '../features/tasks/first-items.tsx';
import { TaskList } from '../features/tasks/task-list.tsx';
import { currentLanguage } from '../i18n/index.ts';
import { EmptyState } from '../ui/desk/empty-state.tsx';
import { LinkButton } from '../ui/desk/link-button.tsx';
import { Notice } from '../ui/desk/notice.tsx';
import { PageHead } from '../ui/desk/page-head.tsx';

/** What the posts are for, and what there is to do now. */
export function HomePage() {
  const { t, i18n } = useTranslation('desk');
  const session = useSession();
  const language = currentLanguage(i18n);
  const greeting = t(`greeting.${partOfDay()}`);
  const duties = [...new Set(rolesOf(session))].map((role) => ROLES[role]);
  const readsParks = mayIn(session, 'read', 'park');
  const readsEnterprises = mayIn(session, 'read', 'enterprise');
  const checksLeases = mayIn(session, 'create', 'pre_lease_check');
  const lead = duties.map((role) => `${role[language]} · ${role.duty[language]}`).join('；');
  return (
    <>
      <PageHead
        title={t('hello', { greeting, name: session.user.name })}
        lead={lead}
        actions={<Shortcuts />}
      />
      {session.posts.length === 0 && <Notice tone="caution" title={t('noPosts')} />}
      {session.posts.length > 0 && <FirstItems />}
      {session.posts.length > 0 && <TaskList />}
      {readsParks && <CountyTable />}
      {!readsParks && readsEnterprises && (
        <OwnEnterprises delegated={rolesOf(session).includes('STEWARD')} />
      )}
      {!readsParks && checksLeases && <BeforeLeases />}
      {mayIn(session, 'read', 'account') || mayIn(session, 'read', 'security_log') ? (
        <OfficersWork roles={rolesOf(session)} />
      ) : (
        session.posts.length > 0 &&
        !readsParks &&
        !readsEnterprises &&
        !checksLeases &&
        !mayIn(session, 'read', 'document') &&
        (mayIn(session, 'create', 'post') ? <OwnHouse /> : <Coming roles={rolesOf(session)} />)
      )}
    </>
  );
}

/** By the clock of China, as the offices work. */
function partOfDay(): 'morning' | 'noon' | 'afternoon' | 'evening' {
  const clock = { timeZone: 'Asia/Shanghai', hour: 'numeric', hourCycle: 'h23' } as const;
  const hour = Number(new Intl.DateTimeFormat('en', clock).format(new Date()));
  if (hour >= 5 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 13) return 'noon';
  return hour >= 13 && hour < 18 ? 'afternoon' : 'evening';
}

function Shortcuts() {
  const { t } = useTranslation('desk');
  const session = useSession();
  const readsParks = mayIn(session, 'read', 'park');
  return (
    <>
      {readsParks && (
        <LinkButton icon="park" to="/parks" search={{}}>
          {t('shortcuts.parks')}
        </LinkButton>
      )}
      {readsParks && mayIn(session, 'read', 'enterprise') && (
        <LinkButton icon="enterprise" to="/enterprises" search={{}}>
          {t('shortcuts.enterprises')}
        </LinkButton>
      )}
      {mayIn(session, 'create', 'enterprise') && (
        <LinkButton primary icon="plus" to="/enterprises/new">
          {t('shortcuts.create')}
        </LinkButton>
      )}
      {mayIn(session, 'read', 'document') && (
        <LinkButton icon="paper" to="/documents" search={{}}>
          {t('documents')}
        </LinkButton>
      )}
      {mayIn(session, 'create', 'rulebook_entry') && (
        <LinkButton icon="rulebook" to="/rulebook" search={{}}>
          {t('rulebook')}
        </LinkButton>
      )}
      {mayIn(session, 'read', 'delegation') && (
        <LinkButton icon="hand" to="/delegations">
          {t('delegations')}
        </LinkButton>
      )}
      {readsParks && mayIn(session, 'create', 'pre_lease_check') && (
        <LinkButton icon="lease" to="/pre-lease/new">
          {t('shortcuts.preLease')}
        </LinkButton>
      )}
    </>
  );
}

/** A landlord comes for one thing. */
function BeforeLeases() {
  const { t } = useTranslation('preLease');
  return (
    <section className="sheet before-leases" aria-labelledby="before-leases">
      <h2 id="before-leases">{t('home.title')}</h2>
      <p>{t('empty.text')}</p>
      <div className="card-actions">
        <LinkButton primary icon="plus" to="/pre-lease/new">
          {t('begin')}
        </LinkButton>
        <LinkButton icon="lease" to="/pre-lease">
          {t('home.all')}
        </LinkButton>
      </div>
    </section>
  );
}

/** What each of the three officers is there for, with the ways to it. */
function OfficersWork({ roles }: { readonly roles: readonly Role[] }) {
  const { t } = useTranslation('desk');
  const session = useSession();
  const officers = roles.filter((role) => (THREE_OFFICERS as readonly Role[]).includes(role));
  return (
    <section className="sheet before-leases" aria-labelledby="officers">
      <h2 id="officers">{t('officers.title')}</h2>
      {officers.map((role) => (
        <p key={role}>{t(`officers.${role}`)}</p>
      ))}
      <div className="card-actions">
        {mayIn(session, 'read', 'organisation') && (
          <LinkButton icon="park" to="/organisations" search={{}}>
            {t('organisations')}
          </LinkButton>
        )}
        {mayIn(session, 'read', 'account') && (
          <LinkButton icon="key" to="/accounts" search={{}}>
            {t('accounts')}
          </LinkButton>
        )}
        {mayIn(session, 'read', 'appointment') && (
          <LinkButton icon="check" to="/appointments" search={{}}>
            {t('appointments')}
          </LinkButton>
        )}
        {mayIn(session, 'read', 'security_log') && (
          <LinkButton icon="log" to="/security-log" search={{}}>
            {t('securityLog')}
          </LinkButton>
        )}
        {mayIn(session, 'read', 'event_log') && (
          <LinkButton icon="log" to="/event-log" search={{}}>
            {t('eventLog')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

/** Where the head of a house without other business here assigns its posts. */
function OwnHouse() {
  const { t } = useTranslation('desk');
  return (
    <section className="sheet before-leases" aria-labelledby="own-house">
      <h2 id="own-house">{t('ownHouse.title')}</h2>
      <p>{t('ownHouse.text')}</p>
      <div className="card-actions">
        <LinkButton icon="post" to="/posts" search={{}}>
          {t('posts')}
        </LinkButton>
        <LinkButton icon="people" to="/people" search={{}}>
          {t('ownHouse.people')}
        </LinkButton>
      </div>
    </section>
  );
}

/** Says honestly that the post's own work is not here yet. */
function Coming({ roles }: { readonly roles: readonly Role[] }) {
  const { t } = useTranslation('desk');
  return (
    <EmptyState title={t('coming.title')}>
      <p>{t('coming.lead')}</p>
      <ul className="coming">
        {roles
          .flatMap((role) => t([`coming.${role}`, 'coming.other']).split(/；|; /))
          .map((thing) => (
            <li key={thing}>{thing}</li>
          ))}
      </ul>
      <p className="fine">
        {t('coming.meanwhile')} <a href="/">{t('frontDoor')}</a>
      </p>
    </EmptyState>
  );
}
