import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readImportSearch } from '../features/enterprises/import/search.ts';
import { readDone } from '../features/enterprises/done.ts';
import { readEnterpriseSearch } from '../features/enterprises/list-search.ts';
import { readDuplicateSearch, readPairSearch } from '../features/enterprises/merging/search.ts';
import { readParkSearch } from '../features/parks/list-search.ts';
import { readFileSearch } from '../features/dossier/search.ts';
import { inside } from './inside.ts';

/** Parks and enterprises: lists, entries, imports, files. */
export const registerRoutes = [
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
] as const;
