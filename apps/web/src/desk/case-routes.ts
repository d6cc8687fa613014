import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readBoardSearch } from '../features/cases/batches/board-search.ts';
import { readCompletionSearch } from '../features/cases/completion/search.ts';
import { readEffectsSearch } from '../features/cases/effects/search.ts';
import { readCaseSearch } from '../features/cases/list-search.ts';
import { readRetrofitSearch } from '../features/cases/zero-land/search.ts';
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
    path: '/retrofits',
    validateSearch: readRetrofitSearch,
    component: lazyRouteComponent(
      () => import('../features/cases/zero-land/register-page.tsx'),
      'RetrofitsPage',
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
  createRoute({
    getParentRoute: () => inside,
    path: '/retrofits/new',
    component: lazyRouteComponent(
      () => import('../features/cases/zero-land/new-retrofit-page.tsx'),
      'NewRetrofitPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/completions',
    validateSearch: readCompletionSearch,
    component: lazyRouteComponent(
      () => import('../features/cases/completion/completions-page.tsx'),
      'CompletionsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/completions/new',
    component: lazyRouteComponent(
      () => import('../features/cases/completion/new-completion-page.tsx'),
      'NewCompletionPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/completions/$id',
    component: lazyRouteComponent(
      () => import('../features/cases/completion/completion-page.tsx'),
      'CompletionPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/effects',
    validateSearch: readEffectsSearch,
    component: lazyRouteComponent(
      () => import('../features/cases/effects/effects-page.tsx'),
      'EffectsPage',
    ),
  }),
] as const;
