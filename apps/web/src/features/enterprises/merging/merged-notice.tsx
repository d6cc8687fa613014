import { ROUTES, type EnterpriseDetail } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';

/** Which entries this one took over, and the way back while it is open. */
export function MergedNotice({ enterprise }: { readonly enterprise: EnterpriseDetail }) {
  const { t } = useTranslation('merging');
  if (enterprise.merged.length === 0) return null;
  return (
    <Notice tone="info" title={t('took', { count: enterprise.merged.length })}>
      <ul>
        {enterprise.merged.map((other) => (
          <li key={other.id}>
            {other.name} <span className="credit-code">{other.creditCode}</span>
            {other.undoable && <Undo enterprise={enterprise} other={other.id} />}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Undo({
  enterprise: { id, version },
  other,
}: {
  readonly enterprise: EnterpriseDetail;
  readonly other: string;
}) {
  const { t } = useTranslation('merging');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const undo = useMutation({
    mutationFn: () =>
      ask(ROUTES.undoMerge, { params: { id }, body: { other, version, reason: reason.trim() } }),
    onSuccess: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [first] }) => String(first).startsWith('enterprise'),
      }),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim().length < 2) setFault(t('reasonMissing'));
    else if (!undo.isPending) undo.mutate();
  }

  if (!isOpen) {
    return (
      <Button type="link" className="screen-only" onClick={() => setIsOpen(true)}>
        {t('undo')}
      </Button>
    );
  }
  return (
    <form className="inline-form" onSubmit={submit} noValidate>
      <p>{t('undoLead')}</p>
      {undo.error && <Notice tone="fault" title={problemText(undo.error)} />}
      <Field id={`undo-${other}`} label={t('reason')} fault={fault}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={200}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
              setFault(undefined);
            }}
          />
        )}
      </Field>
      <div className="card-actions">
        <Button type="primary" danger htmlType="submit" aria-busy={undo.isPending}>
          {t('undo')}
        </Button>
        <Button onClick={() => setIsOpen(false)}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
