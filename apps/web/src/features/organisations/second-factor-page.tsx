import { ROLES, ROUTES } from '@ludao/contracts';
import { Button, Input } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { rolesOf, useSession } from '../../api/session.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { CodeInput } from '../../ui/desk/code-input.tsx';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { QrCode } from '../../ui/desk/qr-code.tsx';

/** A post that signs in with a second factor sets it up before it does anything else. */
export function SecondFactorPage(props: { readonly onDone: () => void }) {
  const { t, i18n } = useTranslation('organisations');
  const problemText = useProblemText();
  const session = useSession();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const start = useMutation({
    mutationFn: () => ask(ROUTES.startSecondFactor, { body: { password } }),
    onSuccess: () => setFaults([]),
    onError: (error) => {
      const field = isProblem(error, 'PASSWORD_WRONG') ? 'password' : null;
      setFaults([{ field, text: problemText(error) }]);
    },
  });
  const confirm = useMutation({
    mutationFn: () => ask(ROUTES.confirmSecondFactor, { body: { code } }),
    onSuccess: props.onDone,
    onError: (error) => {
      if (isProblem(error, 'SECOND_FACTOR_NOT_STARTED')) start.reset();
      setCode('');
      setFaults([
        { field: isProblem(error, 'CODE_WRONG') ? 'code' : null, text: problemText(error) },
      ]);
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const field = start.data ? 'code' : 'password';
    const isMissing = start.data ? code.length < 6 : password === '';
    setFaults(isMissing ? [{ field, text: t(`signIn.empty.${field}`) }] : []);
    if (!isMissing) (start.data ? confirm : start).mutate();
  }

  const role = rolesOf(session).find((held) => ROLES[held].secondFactor);
  const title = role ? ROLES[role][currentLanguage(i18n)] : '';
  const faultOf = (id: string) => faults.find(({ field }) => field === id)?.text;
  return (
    <form className="sheet second-factor" onSubmit={submit} noValidate>
      <PageHead title={t('secondFactor.title')} lead={t('secondFactor.lead', { role: title })} />
      <FaultSummary title={t('secondFactor.failed')} faults={faults} />
      {start.data ? (
        <>
          <h2>{t('secondFactor.scanStep')}</h2>
          <p>{t('secondFactor.scanHint')}</p>
          <div className="secret">
            <QrCode text={start.data.uri} label={t('secondFactor.qr')} />
            <p>
              {t('secondFactor.secret')}
              <code>{inFours(start.data.secret)}</code>
            </p>
          </div>
          <Field id="code" label={t('secondFactor.confirmStep')} fault={faultOf('code')}>
            {(wiring) => <CodeInput wiring={wiring} value={code} onChange={setCode} />}
          </Field>
          <Button type="primary" size="large" htmlType="submit" loading={confirm.isPending}>
            {t('secondFactor.confirm')}
          </Button>
        </>
      ) : (
        <>
          <Field
            id="password"
            label={t('secondFactor.passwordStep')}
            hint={t('secondFactor.passwordHint')}
            fault={faultOf('password')}
          >
            {(wiring) => (
              <Input
                {...wiring}
                size="large"
                type="password"
                autoComplete="current-password"
                maxLength={200}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
          <Button type="primary" size="large" htmlType="submit" loading={start.isPending}>
            {t('secondFactor.next')}
          </Button>
        </>
      )}
    </form>
  );
}

function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}
