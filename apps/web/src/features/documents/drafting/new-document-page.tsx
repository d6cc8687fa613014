import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../api/problem-text.ts';
import { rolesOf, useSession } from '../../../api/session.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { kindsQuery } from '../queries.ts';
import { KindCards } from './kind-cards.tsx';
import { NewDocumentForm } from './new-document-form.tsx';

/** First the kind, then what its template asks for, with the paper beside it. */
export function NewDocumentPage() {
  const { t } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const { kind } = useSearch({ from: '/in/documents/new' });
  const roles: readonly string[] = rolesOf(useSession());
  const problemText = useProblemText();
  const { data, error } = useQuery(kindsQuery);
  if (error) return <Notice tone="fault" title={problemText(error)} />;
  if (!data) return <Spin description={desk('loading')} />;
  const kinds = data.kinds.filter(
    ({ effect, roles: { draft } }) => effect === null && draft.some((role) => roles.includes(role)),
  );
  const chosen = kinds.find((one) => one.kind === kind);
  if (chosen) return <NewDocumentForm key={kind} template={chosen} offices={data.offices} />;
  if (kinds.length === 0) {
    return (
      <EmptyState alone title={t('choose.none')} icon="paper">
        <p>{t('choose.noneText')}</p>
        <LinkButton to="/documents">{t('title')}</LinkButton>
      </EmptyState>
    );
  }
  return (
    <>
      <PageHead title={t('choose.title')} lead={t('choose.lead')} />
      <KindCards kinds={kinds} />
    </>
  );
}
