import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { ProblemState } from '../../../api/problem-state.tsx';
import type { PanelProps } from '../panel.ts';
import { ApplicationForm } from './application-form.tsx';
import { Clocks } from './clocks.tsx';
import { Comments } from './comments.tsx';
import { Handled } from './handled.tsx';
import { OpinionForm } from './opinion-form.tsx';
import { Papers } from './papers.tsx';
import { approvalQuery } from './queries.ts';
import { Steps } from './steps.tsx';

/** A report form or report book: what is to be done now, its clocks, what was done, the application. */
export function ApprovalPanel({ found }: PanelProps) {
  const { data, error, refetch } = useQuery({
    ...approvalQuery(found.id),
    // What is being filled in changes under nobody's hands.
    refetchOnWindowFocus: false,
  });
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin />;
  const props = { found, approval: data };
  return (
    <>
      <Steps {...props} key={`steps ${found.version}`} />
      {data.opine !== null && <OpinionForm id={found.id} review={data.opine} />}
      <Clocks approval={data} />
      <Handled {...props} />
      <Comments {...props} />
      <Papers {...props} />
      <ApplicationForm {...props} key={`file ${found.version}`} />
    </>
  );
}
