import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  readCitationSearch,
  readCiting,
  readDatasetSearch,
  readMade,
  readNewDataset,
} from '../features/shared-data/list-search.ts';
import { inside } from './inside.ts';

/** What a park shares, who cites it, and what ends that. */
export const sharedDataRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/parks/$id/shared-data',
    validateSearch: readDatasetSearch,
    component: lazyRouteComponent(
      () => import('../features/shared-data/datasets-page.tsx'),
      'DatasetsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/parks/$id/shared-data/new',
    validateSearch: readNewDataset,
    component: lazyRouteComponent(
      () => import('../features/shared-data/new-dataset-page.tsx'),
      'NewDatasetPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/datasets/$id',
    component: lazyRouteComponent(
      () => import('../features/shared-data/dataset-page.tsx'),
      'DatasetPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/citing',
    validateSearch: readCiting,
    component: lazyRouteComponent(
      () => import('../features/shared-data/citing-page.tsx'),
      'CitingPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/citations',
    validateSearch: readCitationSearch,
    component: lazyRouteComponent(
      () => import('../features/shared-data/citations-page.tsx'),
      'CitationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/citations/$id',
    validateSearch: readMade,
    component: lazyRouteComponent(
      () => import('../features/shared-data/citation-page.tsx'),
      'CitationPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/parks/$id/follow-up',
    component: lazyRouteComponent(
      () => import('../features/shared-data/follow-up-page.tsx'),
      'FollowUpPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/parks/$id/changes',
    component: lazyRouteComponent(
      () => import('../features/shared-data/changes-page.tsx'),
      'ChangesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/parks/$id/changes/new',
    component: lazyRouteComponent(
      () => import('../features/shared-data/new-change-page.tsx'),
      'NewChangePage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/changes/$id',
    component: lazyRouteComponent(
      () => import('../features/shared-data/change-page.tsx'),
      'ChangePage',
    ),
  }),
] as const;
