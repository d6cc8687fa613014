import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAdmissionSearch } from '../features/admissions/list-search.ts';
import { readParkEiaSearch } from '../features/park-eia/list-search.ts';
import { readStockSearch } from '../features/stock/list-search.ts';
import { inside } from './inside.ts';

/** Park-wide EIAs, and the tenants that enter under them. */
export const accessRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/park-eias',
    validateSearch: readParkEiaSearch,
    component: lazyRouteComponent(
      () => import('../features/park-eia/eias-page.tsx'),
      'ParkEiasPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/park-eias/new',
    component: lazyRouteComponent(
      () => import('../features/park-eia/edit-pages.tsx'),
      'NewParkEiaPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/park-eias/$id',
    component: lazyRouteComponent(() => import('../features/park-eia/eia-page.tsx'), 'ParkEiaPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/park-eias/$id/edit',
    component: lazyRouteComponent(
      () => import('../features/park-eia/edit-pages.tsx'),
      'EditParkEiaPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/admissions',
    validateSearch: readAdmissionSearch,
    component: lazyRouteComponent(
      () => import('../features/admissions/admissions-page.tsx'),
      'AdmissionsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/admissions/new',
    component: lazyRouteComponent(
      () => import('../features/admissions/new-admission-page.tsx'),
      'NewAdmissionPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/admissions/$id',
    component: lazyRouteComponent(
      () => import('../features/admissions/admission-page.tsx'),
      'AdmissionPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/stock',
    validateSearch: readStockSearch,
    component: lazyRouteComponent(() => import('../features/stock/parks-page.tsx'), 'StockPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/stock/$id',
    component: lazyRouteComponent(() => import('../features/stock/park-page.tsx'), 'ParkStockPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/stock-imports/$id',
    component: lazyRouteComponent(
      () => import('../features/stock/import-page.tsx'),
      'StockImportPage',
    ),
  }),
] as const;
