import { PASSWORD_RULE, passwordFault, ROUTES } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { useSession } from '../../api/session.ts';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { TextField } from './fields.tsx';

/** The own password; before anything else where it is an initial one. */
export function PasswordPage(props: { readonly onDone: () => void }) {
  const { t } = useTranslation('people');
  const { t: problems } = useTranslation('problems');
  const problemText = useProblemText();
  const { passwordDue } = useSession();
  const [password, setPassword] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const change = useMutation({
    mutationFn: () => ask(ROUTES.changePassword, { body: { password, next } }),
    onSuccess: () => {
      for (const clear of [setPassword, setNext, setAgain]) clear('');
      props.onDone();
    },
    onError: (error) => {
      const code = error instanceof ApiProblem ? error.code : '';
      const isOld = code === 'PASSWORD_WRONG';
      const field = isOld ? 'password' : code.startsWith('PASSWORD_') ? 'next' : null;
      setFaults([{ field, text: problemText(error) }]);
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const fault = passwordFault(next, '');
    const rule = PASSWORD_RULE;
    const wrong = [
      ...(password === '' ? [{ field: 'password', text: t('password.fault.old') }] : []),
      ...(fault ? [{ field: 'next', text: problems(fault, rule) }] : []),
      ...(next === again ? [] : [{ field: 'again', text: t('password.fault.again') }]),
    ];
    setFaults(wrong);
    if (wrong.length === 0 && !change.isPending) change.mutate();
  }

  return (
    <form className="sheet people-form" onSubmit={submit} noValidate>
      <PageHead
        title={t('password.title')}
        lead={t(passwordDue ? 'password.dueLead' : 'password.lead')}
      />
      {change.isSuccess && faults.length === 0 && <Notice tone="good" title={t('password.done')} />}
      <FaultSummary title={t('password.failed')} faults={faults} />
      <TextField
        id="password"
        type="password"
        autoComplete="current-password"
        label={t(passwordDue ? 'password.initial' : 'password.old')}
        faults={faults}
        value={password}
        onChange={setPassword}
      />
      <TextField
        id="next"
        type="password"
        autoComplete="new-password"
        label={t('password.next')}
        hint={t('password.hint', PASSWORD_RULE)}
        faults={faults}
        value={next}
        onChange={setNext}
      />
      <TextField
        id="again"
        type="password"
        autoComplete="new-password"
        label={t('password.again')}
        faults={faults}
        value={again}
        onChange={setAgain}
      />
      <div className="form-actions">
        <Button type="primary" size="large" htmlType="submit" aria-busy={change.isPending}>
          {t('password.submit')}
        </Button>
      </div>
    </form>
  );
}
