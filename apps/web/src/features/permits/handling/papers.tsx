import { ROUTES, type PermitApplication } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';

/** Drafts the paper among the documents of the office, filled in from here. */
export function Papers({ application: { id, may } }: { readonly application: PermitApplication }) {
  const { t } = useTranslation('permits');
  const problemText = useProblemText();
  const navigate = useNavigate();
  const draft = useMutation({
    mutationFn: (kind: string) =>
      ask(ROUTES.draftPermitPaper, { params: { id }, body: { kind: kind as never } }),
    onSuccess: ({ id: document }) =>
      void navigate({
        to: '/documents/$id',
        params: { id: document },
        search: { done: 'drafted' },
      }),
  });
  return (
    <>
      {may.draftPapers.map((kind) => (
        <Button
          key={kind}
          icon={<Icon name="paper" />}
          aria-busy={draft.isPending}
          onClick={() => draft.mutate(kind)}
        >
          {t(`paper.${kind}`)}
        </Button>
      ))}
      {draft.error && <Notice tone="fault" title={problemText(draft.error)} />}
    </>
  );
}
