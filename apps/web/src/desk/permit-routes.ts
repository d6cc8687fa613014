import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  readNewPermit,
  readPermitPage,
  readPermitSearch,
} from '../features/permits/list-search.ts';
import { inside } from './inside.ts';

/** Discharge permits and registrations. */
export const permitRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/permits',
    validateSearch: readPermitSearch,
    component: lazyRouteComponent(
      () => import('../features/permits/permits-page.tsx'),
      'PermitsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/permits/new',
    validateSearch: readNewPermit,
    component: lazyRouteComponent(
      () => import('../features/permits/applying/new-permit-page.tsx'),
      'NewPermitPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/permits/$id',
    validateSearch: readPermitPage,
    component: lazyRouteComponent(
      () => import('../features/permits/permit-page.tsx'),
      'PermitPage',
    ),
  }),
] as const;
