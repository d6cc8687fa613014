import type { DocumentView } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { Notice } from '../../../ui/desk/notice.tsx';
import { documentQuery } from '../queries.ts';
import { useMeanwhileWords } from './meanwhile.tsx';

/** Why a step was not taken; where somebody else was first, what they did and the way to see it. */
export function StepFault(props: {
  readonly error: unknown;
  readonly document: DocumentView;
  readonly onFresh: () => void;
}) {
  const { t } = useTranslation('documents');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const meanwhile = useMeanwhileWords();
  const { error, document } = props;
  const fresh = useMutation({
    mutationFn: () => queries.fetchQuery({ ...documentQuery(document.id), staleTime: 0 }),
    onSuccess: props.onFresh,
  });
  if (!error) return null;
  const isLate = isProblem(error, 'CHANGED_MEANWHILE');
  if (!isLate && !isProblem(error, 'DOCUMENT_NOT_THERE')) {
    return <Notice tone="fault" title={problemText(error)} />;
  }
  const words = isLate ? meanwhile(error) : { title: problemText(error), did: null };
  return (
    <Notice
      tone="fault"
      title={words.title}
      actions={
        <Button type="primary" aria-busy={fresh.isPending} onClick={() => fresh.mutate()}>
          {t('meanwhile.look')}
        </Button>
      }
    >
      {words.did && <p>{words.did}</p>}
      {fresh.error && <p>{problemText(fresh.error)}</p>}
    </Notice>
  );
}
