import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readAccountsSearch, readOwnSearch } from '../features/organisations/sign-on/search.ts';
import { readOfficeSearch } from '../features/personal-data/search.ts';
import { readPreLeaseSearch } from '../features/pre-lease/list-search.ts';
import { readCountySearch } from '../features/disclosure/search.ts';
import {
  ENTRY_DONE,
  readEntrySearch,
  readNewEntrySearch,
  readYear,
  type EntryDone,
} from '../features/rulebook/list-search.ts';
import { readInboxSearch } from '../features/tasks/inbox-search.ts';
import { accessRoutes } from './access-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { PageError } from './error-pages.tsx';
import { inside, root } from './inside.ts';
import { permitRoutes } from './permit-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { registerRoutes } from './register-routes.ts';
import { sharedDataRoutes } from './shared-data-routes.ts';
import { forgetSession, onSessionLost, queries, sessionQuery } from './queries.ts';
import { readArrival } from './sign-in-arrival.ts';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readArrival,
  component: lazyRouteComponent(() => import('./sign-in-route.tsx'), 'SignInRoute'),
});

const pages = inside.addChildren([
  createRoute({
    getParentRoute: () => inside,
    path: '/',
    validateSearch: readCountySearch,
    component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/second-factor',
    component: lazyRouteComponent(() => import('./second-factor-route.tsx'), 'SecondFactorRoute'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/sign-on',
    validateSearch: readOwnSearch,
    component: lazyRouteComponent(
      () => import('../features/organisations/sign-on/own-page.tsx'),
      'OwnSignOnPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/sign-on/accounts',
    validateSearch: readAccountsSearch,
    component: lazyRouteComponent(
      () => import('../features/organisations/sign-on/accounts-page.tsx'),
      'SignOnAccountsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/inbox',
    validateSearch: readInboxSearch,
    component: lazyRouteComponent(() => import('../features/tasks/inbox-page.tsx'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/clocks/$id',
    component: lazyRouteComponent(() => import('../features/tasks/clock-page.tsx'), 'ClockPage'),
  }),
  ...registerRoutes,
  ...sharedDataRoutes,
  createRoute({
    getParentRoute: () => inside,
    path: '/pre-lease',
    validateSearch: readPreLeaseSearch,
    component: lazyRouteComponent(
      () => import('../features/pre-lease/checks-page.tsx'),
      'PreLeaseChecksPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/pre-lease/new',
    component: lazyRouteComponent(
      () => import('../features/pre-lease/new-check-page.tsx'),
      'NewPreLeaseCheckPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/pre-lease/$id',
    component: lazyRouteComponent(
      () => import('../features/pre-lease/check-page.tsx'),
      'PreLeaseCheckPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/me',
    component: lazyRouteComponent(
      () => import('../features/personal-data/my-data-page.tsx'),
      'MyDataPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/me/messages',
    component: lazyRouteComponent(
      () => import('../features/notifications/settings-page.tsx'),
      'MessageSettingsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/notifications',
    component: lazyRouteComponent(
      () => import('../features/notifications/notifications-page.tsx'),
      'NotificationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/message-deliveries',
    component: lazyRouteComponent(
      () => import('../features/notifications/deliveries-page.tsx'),
      'DeliveriesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/personal-data',
    validateSearch: readOfficeSearch,
    component: lazyRouteComponent(
      () => import('../features/personal-data/office-page.tsx'),
      'PersonalDataOfficePage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/rulebook',
    validateSearch: readEntrySearch,
    component: lazyRouteComponent(
      () => import('../features/rulebook/entries-page.tsx'),
      'RulebookPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/rulebook/new',
    validateSearch: readNewEntrySearch,
    component: lazyRouteComponent(
      () => import('../features/rulebook/new-entry-page.tsx'),
      'NewEntryPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/rulebook/import',
    validateSearch: (raw: Record<string, unknown>) => {
      const { topic } = readEntrySearch(raw);
      return topic ? { topic } : {};
    },
    component: lazyRouteComponent(
      () => import('../features/rulebook/import-page.tsx'),
      'RulebookImportPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/rulebook/calendar',
    validateSearch: ({ year }: Record<string, unknown>) => readYear(year),
    component: lazyRouteComponent(
      () => import('../features/rulebook/calendar-page.tsx'),
      'CalendarPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/rulebook/$id',
    validateSearch: ({ done }: Record<string, unknown>): { done?: EntryDone } =>
      ENTRY_DONE.includes(done as EntryDone) ? { done: done as EntryDone } : {},
    component: lazyRouteComponent(() => import('../features/rulebook/entry-page.tsx'), 'EntryPage'),
  }),
  ...accessRoutes,
  ...caseRoutes,
  ...documentRoutes,
  ...permitRoutes,
  ...peopleRoutes,
]);

export const router = createRouter({
  routeTree: root.addChildren([signIn, pages]),
  basepath: '/desk',
  scrollRestoration: true,
  defaultErrorComponent: PageError,
  defaultPendingMs: 300,
  // Plain words in the address, so that a person can read and send it.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const kept = Object.entries(search).filter(([, value]) => value !== undefined);
    const words = new URLSearchParams(kept.map(([name, value]) => [name, String(value)]));
    return kept.length === 0 ? '' : `?${words.toString()}`;
  },
});

onSessionLost(({ code }) => {
  if (code === 'SECOND_FACTOR_MISSING' || code === 'PASSWORD_DUE') {
    void queries.invalidateQueries(sessionQuery).then(() => router.invalidate());
    return;
  }
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  forgetSession();
  void router.navigate({ to: '/sign-in', search: { to: href, reason: 'ended' } });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
