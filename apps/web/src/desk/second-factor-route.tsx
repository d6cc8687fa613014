import { useRouter } from '@tanstack/react-router';
import { SecondFactorPage } from '../features/organisations/second-factor-page.tsx';
import { queries, sessionQuery } from './queries.ts';

export function SecondFactorRoute() {
  const router = useRouter();
  return (
    <SecondFactorPage
      onDone={() => {
        void queries
          .fetchQuery({ ...sessionQuery, staleTime: 0 })
          .then(() => router.navigate({ to: '/', replace: true }));
      }}
    />
  );
}
