import { createRootRoute, createRoute, redirect } from '@tanstack/react-router';
import { isProblem } from '../api/problem.ts';
import { DeskError, NotFoundPage } from './error-pages.tsx';
import { Frame } from './frame.tsx';
import { queries, sessionQuery } from './queries.ts';

export const root = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: DeskError });

/** Everything that needs a session. First the initial password goes, then the second factor comes. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'in',
  component: Frame,
  errorComponent: DeskError,
  beforeLoad: async ({ location }) => {
    const session = await queries.ensureQueryData(sessionQuery).catch((error: unknown) => {
      if (!isProblem(error, 'SIGN_IN_NEEDED')) throw error;
      const to = location.href === '/' ? {} : { to: location.href };
      throw redirect({ to: '/sign-in', search: to, replace: true });
    });
    if (session.passwordDue) {
      if (location.pathname !== '/password') throw redirect({ to: '/password', replace: true });
      return;
    }
    const isSetup = location.pathname === '/second-factor';
    if (session.secondFactor === 'to_enrol' && !isSetup) {
      throw redirect({ to: '/second-factor', replace: true });
    }
    if (session.secondFactor !== 'to_enrol' && isSetup) throw redirect({ to: '/', replace: true });
  },
});
