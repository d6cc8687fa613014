import { ROUTES, type SignOnAccount } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { Field } from '../../../ui/desk/field.tsx';

interface Props {
  readonly account: SignOnAccount;
  readonly takesNumber: boolean;
  readonly onDone: (said: 'numberSaved' | 'unlinked') => void;
}

/** What may be done to one account: enter the number, end the link. Each opens in its place. */
export function AccountControl(props: Props) {
  const { t } = useTranslation('signOn');
  const { account } = props;
  const [open, setOpen] = useState<'number' | 'unlink' | null>(null);
  const close = () => setOpen(null);
  if (open === 'number') return <NumberForm {...props} onClose={close} />;
  if (open === 'unlink') return <UnlinkQuestion {...props} onClose={close} />;
  return (
    <div className="card-actions">
      {props.takesNumber && (
        <Button size="small" onClick={() => setOpen('number')}>
          {t(account.staffNumber ? 'accounts.changeNumber' : 'accounts.setNumber')}
        </Button>
      )}
      {account.linkedAt && (
        <Button size="small" onClick={() => setOpen('unlink')}>
          {t('accounts.unlink')}
        </Button>
      )}
    </div>
  );
}

function NumberForm({ account, onDone, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation('signOn');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [number, setNumber] = useState(account.staffNumber ?? '');
  const save = useMutation({
    mutationFn: () =>
      ask(ROUTES.setStaffNumber, {
        params: { id: account.id },
        body: { staffNumber: number.trim() || null },
      }),
    onSuccess: async () => {
      onClose();
      onDone('numberSaved');
      await queries.invalidateQueries({ queryKey: ['sign-on-accounts'] });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }
  return (
    <Opened>
      <form onSubmit={submit} noValidate>
        <Field
          id={`number-${account.id}`}
          label={t('accounts.numberOf', { name: account.name })}
          hint={t('accounts.numberHint')}
          fault={save.error ? problemText(save.error) : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={60}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <div className="card-actions">
          <Button type="primary" size="small" htmlType="submit" aria-busy={save.isPending}>
            {desk('save')}
          </Button>
          <Button size="small" onClick={onClose}>
            {desk('cancel')}
          </Button>
        </div>
      </form>
    </Opened>
  );
}

function UnlinkQuestion({ account, onDone, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation('signOn');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const unlink = useMutation({
    mutationFn: () => ask(ROUTES.unlinkSignOn, { params: { id: account.id } }),
    onSuccess: async () => {
      onClose();
      onDone('unlinked');
      await queries.invalidateQueries({ queryKey: ['sign-on-accounts'] });
    },
  });
  return (
    <Opened label={t('accounts.unlinkTitle', { name: account.name })}>
      <p>
        <strong>{t('accounts.unlinkTitle', { name: account.name })}</strong>{' '}
        {t('accounts.unlinkText')}
      </p>
      {unlink.error && (
        <p role="alert" className="fault">
          {problemText(unlink.error)}
        </p>
      )}
      <div className="card-actions">
        <Button danger size="small" aria-busy={unlink.isPending} onClick={() => unlink.mutate()}>
          {t('accounts.unlink')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('accounts.keep')}
        </Button>
      </div>
    </Opened>
  );
}

/** What opened in the place of a button takes the focus. */
function Opened(props: { readonly label?: string; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    (box.current?.querySelector('input') ?? box.current)?.focus();
  }, []);
  return (
    <div
      ref={box}
      className="row-question"
      tabIndex={-1}
      {...(props.label && { role: 'group', 'aria-label': props.label })}
    >
      {props.children}
    </div>
  );
}
