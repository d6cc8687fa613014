import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { StartPage } from '../features/screening/start-page.tsx';
import { WizardPage } from '../features/screening/wizard-page.tsx';
import { ErrorPage, NotFoundPage } from './error-page.tsx';
import { Shell } from './shell.tsx';

type NoticeKind = 'ACCEPTANCE' | 'INTENT' | 'DECISION';
const isNoticeKind = (kind: unknown): kind is NoticeKind =>
  kind === 'ACCEPTANCE' || kind === 'INTENT' || kind === 'DECISION';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

const verifyPage = lazyRouteComponent(
  () => import('../features/verification/verify-page.tsx'),
  'VerifyPage',
);

const routes = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: StartPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/describe',
    component: lazyRouteComponent(
      () => import('../features/screening/describe-page.tsx'),
      'DescribePage',
    ),
  }),
  createRoute({ getParentRoute: () => root, path: '/screening', component: WizardPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/privacy',
    component: lazyRouteComponent(
      () => import('../features/privacy/privacy-page.tsx'),
      'PrivacyPage',
    ),
  }),
  createRoute({ getParentRoute: () => root, path: '/verify', component: verifyPage }),
  createRoute({ getParentRoute: () => root, path: '/verify/$code', component: verifyPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/publicity',
    validateSearch: ({ q, page }: Record<string, unknown>): { q?: string; page?: number } => ({
      ...(typeof q === 'string' && q !== '' && { q: q.slice(0, 60) }),
      ...(Number.isInteger(page) && Number(page) > 1 && { page: Number(page) }),
    }),
    component: lazyRouteComponent(
      () => import('../features/publicity/publicity-page.tsx'),
      'PublicityPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/filings',
    validateSearch: ({
      q,
      district,
      page,
    }: Record<string, unknown>): { q?: string; district?: string; page?: number } => ({
      ...(typeof q === 'string' && q !== '' && { q: q.slice(0, 60) }),
      ...(/^\d{6}$/.test(String(district)) && { district: String(district) }),
      ...(Number.isInteger(page) && Number(page) > 1 && { page: Number(page) }),
    }),
    component: lazyRouteComponent(
      () => import('../features/publicity/filings-page.tsx'),
      'FilingsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/eia-notices',
    validateSearch: ({
      q,
      kind,
      page,
    }: Record<string, unknown>): { q?: string; kind?: NoticeKind; page?: number } => ({
      ...(typeof q === 'string' && q !== '' && { q: q.slice(0, 60) }),
      ...(isNoticeKind(kind) && { kind }),
      ...(Number.isInteger(page) && Number(page) > 1 && { page: Number(page) }),
    }),
    component: lazyRouteComponent(
      () => import('../features/publicity/eia-notices-page.tsx'),
      'EiaNoticesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/eia-notices/$id',
    component: lazyRouteComponent(
      () => import('../features/publicity/eia-notice-page.tsx'),
      'EiaNoticePage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/answer',
    // Fetched while the questions are answered; the first page loads without it.
    component: lazyRouteComponent(
      () => import('../features/screening/answer-page.tsx'),
      'AnswerPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/law',
    validateSearch: ({ on }: Record<string, unknown>): { on?: string } =>
      typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? { on } : {},
    component: lazyRouteComponent(() => import('../features/screening/law-page.tsx'), 'LawPage'),
  }),
]);

/** Facts live in the fragment, which a browser never sends: see api/screening/link.ts. */
export const router = createRouter({ routeTree: routes, scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
