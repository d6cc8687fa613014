import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { ProblemState } from '../../../api/problem-state.tsx';
import type { PanelProps } from '../panel.ts';
import { filingQuery } from '../queries.ts';
import { FiledForm } from './filed-form.tsx';
import { FilingFormView } from './form.tsx';
import { Receipts } from './receipts.tsx';
import { Afterwards } from './afterwards.tsx';

/** A registration form: to fill in and file, or as it was filed with its receipt. */
export function FilingPanel({ found }: PanelProps) {
  const { data, error, refetch } = useQuery({
    ...filingQuery(found.id),
    // What is being filled in changes under nobody's hands.
    refetchOnWindowFocus: false,
  });
  if (!data && error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin />;
  return (
    <>
      <Receipts found={found} filing={data} />
      {found.steps.includes('change') ? (
        <FilingFormView found={found} filing={data} />
      ) : (
        <FiledForm filing={data} />
      )}
      <Afterwards found={found} />
    </>
  );
}
