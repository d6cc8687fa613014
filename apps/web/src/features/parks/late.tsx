import { ROUTES, type ParkDetail } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { Notice } from '../../ui/desk/notice.tsx';

/** Somebody else saved first: who, when, what; the own input stays. */
export function Late(props: {
  readonly problem: ApiProblem;
  readonly parkId: string;
  readonly onTake: (newest: ParkDetail) => void;
}) {
  const { t, i18n } = useTranslation('parks');
  const problemText = useProblemText();
  const newest = useMutation({
    mutationFn: () => ask(ROUTES.getPark, { params: { id: props.parkId } }),
    onSuccess: props.onTake,
  });
  const fields = String(props.problem.params['fields'] ?? '').split(',');
  const named = fields.map((key) => (i18n.exists(`parks:${key}`) ? t(key) : t(`event.${key}`)));
  return (
    <Notice
      tone="fault"
      title={problemText(props.problem)}
      actions={
        <Button type="primary" aria-busy={newest.isPending} onClick={() => newest.mutate()}>
          {t('edit.takeNewest')}
        </Button>
      }
    >
      <p>{t('edit.changedFields', { fields: named.join('、') })}</p>
      {newest.error && <p>{problemText(newest.error)}</p>}
    </Notice>
  );
}
