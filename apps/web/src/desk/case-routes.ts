import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readCaseSearch } from '../features/cases/list-search.ts';
import { inside } from './inside.ts';

/** Filing and approval of projects. */
export const caseRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/cases',
    validateSearch: readCaseSearch,
    component: lazyRouteComponent(() => import('../features/cases/cases-page.tsx'), 'CasesPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/cases/new',
    component: lazyRouteComponent(
      () => import('../features/cases/new-case-page.tsx'),
      'NewCasePage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/cases/$id',
    component: lazyRouteComponent(() => import('../features/cases/case-page.tsx'), 'CasePage'),
  }),
] as const;
