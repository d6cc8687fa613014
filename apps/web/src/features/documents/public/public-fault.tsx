import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { Notice } from '../../../ui/desk/notice.tsx';
import { publicVersionQuery } from '../queries.ts';

/** Why the public version was not saved or passed; where somebody was first, the way to theirs. */
export function PublicFault(props: {
  readonly id: string;
  readonly error: unknown;
  readonly onFresh: () => void;
}) {
  const { t } = useTranslation('documents');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { id, error, onFresh } = props;
  const fresh = useMutation({
    mutationFn: () => queries.fetchQuery({ ...publicVersionQuery(id), staleTime: 0 }),
    onSuccess: onFresh,
  });
  if (!error) return null;
  const isLate =
    isProblem(error, 'CHANGED_MEANWHILE') || isProblem(error, 'PUBLIC_VERSION_CHECKED');
  if (!isLate) return <Notice tone="fault" title={problemText(error)} />;
  return (
    <Notice
      tone="fault"
      title={t('public.late')}
      actions={
        <Button aria-busy={fresh.isPending} onClick={() => fresh.mutate()}>
          {t('meanwhile.look')}
        </Button>
      }
    />
  );
}
