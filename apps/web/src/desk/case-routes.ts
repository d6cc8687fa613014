import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readEffectsSearch } from '../features/cases/effects/search.ts';
import { inside } from './inside.ts';

/** Filing and approval of projects, and what the reforms brought. */
export const caseRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/effects',
    validateSearch: readEffectsSearch,
    component: lazyRouteComponent(
      () => import('../features/cases/effects/effects-page.tsx'),
      'EffectsPage',
    ),
  }),
];
