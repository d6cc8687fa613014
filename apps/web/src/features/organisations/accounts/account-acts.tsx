import { ROUTES, type AccountRow } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { mayIn, useSession } from '../../../api/session.ts';
import { FaultSummary } from '../../../ui/desk/fault-summary.tsx';
import { TextField, useRefused } from '../fields.tsx';

type Act = 'disable' | 'enable' | 'unlock' | 'reset_password' | 'reset_second_factor';
export interface ActDone {
  readonly act: Act;
  readonly account: AccountRow;
  readonly password: string | null;
}

/** What may be done to the account as it stands; each with its reason, which the log keeps. */
function actsFor({ state, secondFactor, may }: AccountRow, disables: boolean): readonly Act[] {
  if (state === 'DISABLED') return may.update ? ['enable'] : [];
  return [
    ...(may.lock && state === 'LOCKED' ? (['unlock'] as const) : []),
    ...(may.lock && disables ? (['disable'] as const) : []),
    ...(may.update ? (['reset_password'] as const) : []),
    ...(may.update && secondFactor ? (['reset_second_factor'] as const) : []),
  ];
}

export function AccountActs(props: {
  readonly account: AccountRow;
  readonly onDone: (done: ActDone) => void;
}) {
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const queries = useQueryClient();
  const { account } = props;
  const { id } = account;
  const [act, setAct] = useState<Act | null>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const run = useMutation({
    mutationFn: async (chosen: Act): Promise<string | null> => {
      const params = { id };
      if (chosen === 'disable' || chosen === 'unlock') {
        await ask(ROUTES.lockAccount, { params, body: { act: chosen, reason } });
        return null;
      }
      return (await ask(ROUTES.changeAccount, { params, body: { act: chosen, reason } })).password;
    },
    onSuccess: async (password, done) => {
      setAct(null);
      props.onDone({ act: done, account, password });
      await queries.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  const refused = useRefused(run.error);
  const field = `reason-${id}`;
  const faults = isMissing ? [{ field, text: t('accounts.reasonMissing') }] : refused;
  const acts = actsFor(account, mayIn(session, 'lock', 'account'));

  function submit(event: FormEvent): void {
    event.preventDefault();
    const isShort = reason.trim().length < 2;
    setMissing(isShort);
    if (!isShort && act && !run.isPending) run.mutate(act);
  }

  if (acts.length === 0) {
    return <span className="quiet-text">{t('accounts.noActs')}</span>;
  }
  if (act === null) {
    return (
      <Select
        className="act-select"
        aria-label={t('accounts.actsOf', { name: account.name })}
        placeholder={t('accounts.chooseAct')}
        value={null}
        options={acts.map((value) => ({ value, label: t(`accounts.act.${value}`) }))}
        onChange={(value: Act | null) => setAct(value)}
      />
    );
  }
  return (
    <form onSubmit={submit} noValidate aria-label={t(`accounts.act.${act}`)}>
      <FaultSummary title={t('accounts.failed')} faults={faults} />
      <p>{t(`accounts.effect.${act}`, { name: account.name })}</p>
      <TextField
        id={field}
        label={t('accounts.reason')}
        faults={faults}
        maxLength={300}
        value={reason}
        onChange={(value) => {
          setReason(value);
          setMissing(false);
        }}
      />
      <div className="card-actions">
        <Button
          type="primary"
          danger={act === 'disable'}
          htmlType="submit"
          aria-busy={run.isPending}
        >
          {t(`accounts.act.${act}`)}
        </Button>
        <Button onClick={() => setAct(null)}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
