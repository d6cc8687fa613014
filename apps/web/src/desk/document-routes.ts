import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  readDocumentPage,
  readDocumentSearch,
  readNewDocument,
  readReceivedSearch,
  readVolumeSearch,
} from '../features/documents/list-search.ts';
import { inside } from './inside.ts';

/** Documents of offices, how offices name themselves on them, and what was served on the reader. */
export const documentRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/documents',
    validateSearch: readDocumentSearch,
    component: lazyRouteComponent(
      () => import('../features/documents/documents-page.tsx'),
      'DocumentsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/documents/new',
    validateSearch: readNewDocument,
    component: lazyRouteComponent(
      () => import('../features/documents/drafting/new-document-page.tsx'),
      'NewDocumentPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/documents/$id',
    validateSearch: readDocumentPage,
    component: lazyRouteComponent(
      () => import('../features/documents/document-page.tsx'),
      'DocumentPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/volumes',
    validateSearch: readVolumeSearch,
    component: lazyRouteComponent(
      () => import('../features/documents/volumes/volumes-page.tsx'),
      'VolumesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/volumes/$id',
    component: lazyRouteComponent(
      () => import('../features/documents/volumes/volume-page.tsx'),
      'VolumePage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/document-settings',
    component: lazyRouteComponent(
      () => import('../features/documents/offices/settings-page.tsx'),
      'DocumentSettingsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/certificates/$id',
    component: lazyRouteComponent(
      () => import('../features/documents/certificates/certificate-page.tsx'),
      'CertificatePage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/received',
    validateSearch: readReceivedSearch,
    component: lazyRouteComponent(
      () => import('../features/documents/received-page.tsx'),
      'ReceivedPage',
    ),
  }),
] as const;
