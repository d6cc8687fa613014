import { ROUTES } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { Notice } from '../../../ui/desk/notice.tsx';
import { ReasonForm } from '../steps/reason-form.tsx';

/** Takes the next number out of use, with the reason. */
export function VoidForm(props: {
  readonly office: string;
  readonly code: string;
  readonly year: number;
  readonly next: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('documents');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { office, code, year } = props;
  const take = useMutation({
    mutationFn: (reason: string) =>
      ask(ROUTES.voidNumber, { params: { id: office }, body: { code, year, reason } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['issuing-offices'] }),
  });
  if (take.data) {
    return (
      <Notice
        tone="good"
        title={t('set.voided', { number: take.data.number })}
        actions={<Button onClick={props.onDone}>{t('set.gotIt')}</Button>}
      />
    );
  }
  return (
    <div className="series-form">
      {take.error && <Notice tone="fault" title={problemText(take.error)} />}
      <p>{t('set.voidNext', { number: props.next })}</p>
      <ReasonForm
        label={t('set.voidReason')}
        hint={t('set.voidText')}
        submit={t('set.voidSubmit')}
        busy={take.isPending}
        onSubmit={(reason) => take.mutate(reason)}
        onCancel={props.onDone}
      />
    </div>
  );
}
