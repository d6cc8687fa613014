import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readImportSearch } from '../features/enterprises/import/search.ts';
import { readDone } from '../features/enterprises/done.ts';
import { readEnterpriseSearch } from '../features/enterprises/list-search.ts';
import { readAccountsSearch, readOwnSearch } from '../features/organisations/sign-on/search.ts';
import { readOfficeSearch } from '../features/personal-data/search.ts';
import { readDuplicateSearch, readPairSearch } from '../features/enterprises/merging/search.ts';
import { readParkSearch } from '../features/parks/list-search.ts';
import { readPreLeaseSearch } from '../features/pre-lease/list-search.ts';
import { readCountySearch } from '../features/disclosure/search.ts';
import { readFileSearch } from '../features/dossier/search.ts';
import { PageError } from './error-pages.tsx';
import { inside, root } from './inside.ts';
import { peopleRoutes } from './people-routes.ts';
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
    path: '/parks',
    validateSearch: readParkSearch,
    component: lazyRouteComponent(() => import('../features/parks/parks-page.tsx'), 'ParksPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/parks/new',
    component: lazyRouteComponent(
      () => import('../features/parks/new-park-page.tsx'),
      'NewParkPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/parks/$id/edit',
    component: lazyRouteComponent(
      () => import('../features/parks/edit-park-page.tsx'),
      'EditParkPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/parks/$id',
    component: lazyRouteComponent(() => import('./park-route.tsx'), 'ParkRoute'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/enterprises',
    validateSearch: readEnterpriseSearch,
    component: lazyRouteComponent(
      () => import('../features/enterprises/enterprises-page.tsx'),
      'EnterprisesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/enterprises/new',
    component: lazyRouteComponent(
      () => import('../features/enterprises/new-enterprise-page.tsx'),
      'NewEnterprisePage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/enterprises/duplicates',
    validateSearch: readDuplicateSearch,
    component: lazyRouteComponent(
      () => import('../features/enterprises/merging/duplicates-page.tsx'),
      'DuplicatesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/enterprises/merge',
    validateSearch: readPairSearch,
    component: lazyRouteComponent(
      () => import('../features/enterprises/merging/merge-page.tsx'),
      'MergePage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/enterprises/import',
    component: lazyRouteComponent(
      () => import('../features/enterprises/import/start-page.tsx'),
      'ImportStartPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/enterprises/import/$id',
    validateSearch: readImportSearch,
    component: lazyRouteComponent(
      () => import('../features/enterprises/import/import-page.tsx'),
      'ImportPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/enterprises/$id',
    validateSearch: readDone,
    component: lazyRouteComponent(() => import('./enterprise-route.tsx'), 'EnterpriseRoute'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/enterprises/$id/edit',
    component: lazyRouteComponent(
      () => import('../features/enterprises/edit-enterprise-page.tsx'),
      'EditEnterprisePage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/enterprises/$id/file',
    validateSearch: readFileSearch,
    component: lazyRouteComponent(
      () => import('../features/dossier/file-page.tsx'),
      'EnterpriseFilePage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/enterprises/$id/sign',
    component: lazyRouteComponent(
      () => import('../features/dossier/sign-page.tsx'),
      'EnterpriseSignPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/parks/$id/file',
    validateSearch: readFileSearch,
    component: lazyRouteComponent(
      () => import('../features/dossier/file-page.tsx'),
      'ParkFilePage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/parks/$id/sign',
    component: lazyRouteComponent(
      () => import('../features/dossier/sign-page.tsx'),
      'ParkSignPage',
    ),
  }),
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
    validateSearch: ({ done }: Record<string, unknown>): { done?: 'submitted' } =>
      done === 'submitted' ? { done } : {},
    component: lazyRouteComponent(
      () => import('../features/rulebook/entries-page.tsx'),
      'RulebookPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/rulebook/new',
    validateSearch: ({ after }: Record<string, unknown>): { after?: string } =>
      typeof after === 'string' ? { after } : {},
    component: lazyRouteComponent(
      () => import('../features/rulebook/new-entry-page.tsx'),
      'NewEntryPage',
    ),
  }),
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
