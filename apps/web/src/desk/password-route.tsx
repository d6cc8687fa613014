import { useRouter } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { PasswordPage } from '../features/organisations/password-page.tsx';
import { queries, sessionQuery } from './queries.ts';

/** Where the password had to be changed, the desk opens afterwards. */
export function PasswordRoute() {
  const router = useRouter();
  const { passwordDue } = useSession();
  return (
    <PasswordPage
      onDone={() => {
        const again = queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
        if (passwordDue) void again.then(() => router.navigate({ to: '/', replace: true }));
      }}
    />
  );
}
