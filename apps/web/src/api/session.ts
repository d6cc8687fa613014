import { mayEver, type Action, type Resource, type Role, type SessionView } from '@ludao/contracts';
import { createContext, useContext } from 'react';

export const SessionContext = createContext<SessionView | null>(null);

/** Who is signed in. Pages inside the desk's frame are not shown without. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession() outside the frame of the desk');
  return session;
}

export function rolesOf({ posts }: Pick<SessionView, 'posts'>): Role[] {
  return posts.map(({ role }) => role);
}

/** Whether a list or a button is worth showing at all; the server judges the row. */
export function mayIn(session: SessionView, action: Action, resource: Resource): boolean {
  return mayEver({ roles: rolesOf(session) }, action, resource);
}
