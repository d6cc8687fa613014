import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  readAccountSearch,
  readAppointmentSearch,
  readColleagueSearch,
  readEventSearch,
  readHouse,
  readLogSearch,
  readOrganisationSearch,
  readPostSearch,
} from '../features/organisations/search.ts';
import { inside } from './inside.ts';

/** Posts and the people in them, accounts, delegations, and the logs. */
export const peopleRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/password',
    component: lazyRouteComponent(() => import('./password-route.tsx'), 'PasswordRoute'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/absences',
    component: lazyRouteComponent(
      () => import('../features/organisations/people/own-page.tsx'),
      'OwnPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/posts',
    validateSearch: readPostSearch,
    component: lazyRouteComponent(
      () => import('../features/organisations/posts/posts-page.tsx'),
      'PostsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/posts/new',
    validateSearch: readHouse,
    component: lazyRouteComponent(
      () => import('../features/organisations/posts/new-post-page.tsx'),
      'NewPostPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/posts/$id',
    validateSearch: ({ done }: Record<string, unknown>): { done?: 'created' } =>
      done === 'created' ? { done } : {},
    component: lazyRouteComponent(
      () => import('../features/organisations/posts/post-page.tsx'),
      'PostPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/people',
    validateSearch: readColleagueSearch,
    component: lazyRouteComponent(
      () => import('../features/organisations/people/colleagues-page.tsx'),
      'ColleaguesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/people/$id',
    component: lazyRouteComponent(
      () => import('../features/organisations/people/colleague-page.tsx'),
      'ColleaguePage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/delegations',
    component: lazyRouteComponent(
      () => import('../features/organisations/delegations/delegations-page.tsx'),
      'DelegationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/organisations',
    validateSearch: readOrganisationSearch,
    component: lazyRouteComponent(
      () => import('../features/organisations/accounts/organisations-page.tsx'),
      'OrganisationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/accounts',
    validateSearch: readAccountSearch,
    component: lazyRouteComponent(
      () => import('../features/organisations/accounts/accounts-page.tsx'),
      'AccountsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/appointments',
    validateSearch: readAppointmentSearch,
    component: lazyRouteComponent(
      () => import('../features/organisations/accounts/appointments-page.tsx'),
      'AppointmentsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/security-log',
    validateSearch: readLogSearch,
    component: lazyRouteComponent(
      () => import('../features/organisations/security-log/log-page.tsx'),
      'SecurityLogPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/event-log',
    validateSearch: readEventSearch,
    component: lazyRouteComponent(
      () => import('../features/organisations/event-log/log-page.tsx'),
      'EventLogPage',
    ),
  }),
] as const;
