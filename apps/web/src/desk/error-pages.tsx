import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/problem-text.ts';
import { EmptyState } from '../ui/desk/empty-state.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('desk');
  return (
    <main id="content">
      <EmptyState alone title={t('notFound.title')} icon="search">
        <p>{t('notFound.text')}</p>
        <Link to="/">{t('notFound.back')}</Link>
      </EmptyState>
    </main>
  );
}

/** Inside the frame: a bug, or a server that was not reached while a page was fetched. */
export function PageError({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('desk');
  const problemText = useProblemText();
  return (
    <div role="alert">
      <EmptyState alone title={t('error.title')} icon="warn">
        <p>{problemText(error)}</p>
        <Button onClick={() => location.reload()}>{t('error.again')}</Button>
      </EmptyState>
    </div>
  );
}

/** The same where there is no frame yet. */
export function DeskError({ error }: { readonly error: unknown }) {
  return (
    <main id="content">
      <PageError error={error} />
    </main>
  );
}
