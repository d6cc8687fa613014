import {
  CASE_PAPERS,
  ROUTES,
  type ApprovalView,
  type CasePaper,
  type CaseView,
} from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Refused } from '../refused.tsx';

/** The papers of what was done: drafted from the case, then on their own way from desk to desk. */
export function Papers({
  found,
  approval,
}: {
  readonly found: CaseView;
  readonly approval: ApprovalView;
}) {
  const { t, i18n } = useTranslation('approval');
  const language = currentLanguage(i18n);
  const { papers, mayDraft } = approval;
  const draft = useMutation({
    mutationFn: (kind: CasePaper) =>
      ask(ROUTES.draftCasePaper, { params: { id: found.id }, body: { kind } }),
    onSuccess: ({ id }) => window.location.assign(`/desk/documents/${id}`),
  });
  if (papers.length === 0 && mayDraft.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="papers">
      <h2 id="papers">{t('papers')}</h2>
      <Refused error={draft.error} />
      <ul>
        {papers.map(({ kind, document, number }) => (
          <li key={document}>
            <a href={`/desk/documents/${document}`}>{CASE_PAPERS[kind][language]}</a>{' '}
            <span className="quiet-text">{number ?? t('paperDraft')}</span>
          </li>
        ))}
      </ul>
      <div className="actions">
        {mayDraft.map((kind) => (
          <Button key={kind} loading={draft.isPending} onClick={() => draft.mutate(kind)}>
            {t('draft', { paper: CASE_PAPERS[kind][language] })}
          </Button>
        ))}
      </div>
    </section>
  );
}
