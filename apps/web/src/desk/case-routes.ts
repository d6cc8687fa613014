import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readBoardSearch } from '../features/cases/batches/board-search.ts';
import { readCaseSearch } from '../features/cases/list-search.ts';
import { inside } from './inside.ts';

/** Filing and approval of projects; survey days and review meetings. */
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
  createRoute({
    getParentRoute: () => inside,
    path: '/batches',
    validateSearch: readBoardSearch,
    component: lazyRouteComponent(
      () => import('../features/cases/batches/board-page.tsx'),
      'BoardPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/batches/$id',
    component: lazyRouteComponent(
      () => import('../features/cases/batches/batch-page.tsx'),
      'BatchPage',
    ),
  }),
] as const;
