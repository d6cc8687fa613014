import type { ParkDetail } from '@ludao/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { isProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { Notice } from '../../ui/desk/notice.tsx';
import { Late } from './late.tsx';

/** Why a change of a park was refused; where somebody was first, the way on with the own input. */
export function ParkProblem(props: {
  readonly error: unknown;
  readonly parkId: string;
  readonly onReset: () => void;
}) {
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { error, parkId } = props;
  if (!error) return null;
  if (!isProblem(error, 'CHANGED_MEANWHILE')) {
    return <Notice tone="fault" title={problemText(error)} />;
  }
  return (
    <Late
      problem={error}
      parkId={parkId}
      onTake={(fresh: ParkDetail) => {
        queries.setQueryData(['park', parkId], fresh);
        props.onReset();
      }}
    />
  );
}
