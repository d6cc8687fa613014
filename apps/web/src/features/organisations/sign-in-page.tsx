import { ROLES, ROUTES, type DemoAccounts, type SessionView } from '@ludao/contracts';
import { Button, Input } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { CodeInput } from '../../ui/desk/code-input.tsx';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { DemoPanel } from './demo-panel.tsx';
import { EndThere, SignOnEntrance, SignOnFailure, useSignOn } from './sign-on/offer.tsx';

type Account = DemoAccounts['accounts'][number];

/** What the address says of how one came to this page. */
export interface Arrival {
  /** Where to go after signing in: an address of the desk. */
  readonly to?: string;
  readonly reason?: 'ended' | 'signed_out' | 'erased';
  /** Why the office's own sign-on did not let in, and until when not. */
  readonly problem?: string;
  readonly until?: string;
  /** Recognised there; the own second factor is still missing. */
  readonly step?: 'code';
  /** The session that ended had been opened there. */
  readonly via?: 'sign-on';
}

/**
 * The office's own sign-on where there is one, or name and password; then a code where the account
 * asks for one.
 */
export function SignInPage(props: {
  readonly arrival: Arrival;
  readonly onSignedIn: (session: SessionView) => void;
}) {
  const { t, i18n } = useTranslation(['organisations', 'signOn']);
  const problemText = useProblemText();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { arrival } = props;
  // A code after the sign-on of the office, or after a password.
  const [isSignOn, setSignOn] = useState(arrival.step === 'code');
  const [step, setStep] = useState<'password' | 'code'>(arrival.step ?? 'password');
  const signOnTitle = useSignOn()?.title;
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [filled, setFilled] = useState<Account | null>(null);
  const demo = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: ({ signal }) => ask(ROUTES.listDemoAccounts, {}, signal),
    staleTime: Infinity,
  });
  const signIn = useMutation({
    mutationFn: () =>
      isSignOn
        ? ask(ROUTES.confirmSignOn, { body: { code } })
        : ask(ROUTES.signIn, { body: { name, password, ...(step === 'code' && { code }) } }),
    onSuccess: props.onSignedIn,
    onError: (error) => {
      if (step === 'password' && isProblem(error, 'SECOND_FACTOR_NEEDED')) {
        setStep('code');
        setFaults([]);
        return;
      }
      const wrong = step === 'code' ? 'code' : 'password';
      if (isProblem(error, 'SIGN_ON_EXPIRED')) leaveCode();
      if (
        step === 'code' &&
        (isProblem(error, 'SIGN_IN_FAILED') || isProblem(error, 'CODE_WRONG'))
      ) {
        setCode('');
        setFaults([{ field: wrong, text: t('problems:CODE_WRONG') }]);
        return;
      }
      const isAboutThem = isProblem(error, 'SIGN_IN_FAILED');
      setFaults([{ field: isAboutThem ? wrong : null, text: problemText(error) }]);
    },
  });

  function leaveCode(): void {
    setStep('password');
    setSignOn(false);
    setCode('');
    setFaults([]);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const missing = (step === 'code' ? missingCode() : missingPassword()).map((field) => ({
      field,
      text: t(`signIn.empty.${field}`),
    }));
    setFaults(missing);
    if (missing.length === 0 && !signIn.isPending) signIn.mutate();
  }
  const missingCode = () => (code.length === 6 ? [] : ['code']);
  const missingPassword = () => [
    ...(name.trim() === '' ? ['name'] : []),
    ...(password === '' ? ['password'] : []),
  ];
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;

  function fill(account: Account): void {
    setName(account.name);
    setPassword(demo.data?.password ?? '');
    setFaults([]);
    setFilled(account);
    setStep('password');
    setSignOn(false);
    document.querySelector<HTMLElement>('#sign-in-submit')?.focus();
  }

  const accounts = demo.data?.accounts ?? [];
  const role = filled && ROLES[filled.role][currentLanguage(i18n)];
  return (
    <div className={accounts.length > 0 ? 'sign-in with-demo' : 'sign-in'}>
      <form className="sheet sign-in-form" onSubmit={submit} noValidate>
        <PageHead
          title={t(step === 'code' ? 'signIn.codeTitle' : 'signIn.title')}
          lead={
            isSignOn
              ? t('signOn:codeLead', { title: signOnTitle })
              : t(step === 'code' ? 'signIn.codeLead' : 'signIn.lead')
          }
        />
        {faults.length === 0 && step !== 'code' && <Greeting arrival={arrival} />}
        <FaultSummary title={t('signIn.failed')} faults={faults} />
        {step === 'password' ? (
          <>
            <SignOnEntrance to={arrival.to} />
            <Field id="name" label={t('signIn.name')} fault={faultOf('name')}>
              {(wiring) => (
                <Input
                  {...wiring}
                  size="large"
                  autoComplete="username"
                  maxLength={40}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <Field id="password" label={t('signIn.password')} fault={faultOf('password')}>
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
          </>
        ) : (
          <Field id="code" label={t('signIn.code')} fault={faultOf('code')}>
            {(wiring) => (
              <CodeInput wiring={wiring} value={code} onChange={setCode} focusOnArrival />
            )}
          </Field>
        )}
        <Button
          id="sign-in-submit"
          type={step === 'password' && signOnTitle ? 'default' : 'primary'}
          size="large"
          htmlType="submit"
          block
          aria-busy={signIn.isPending}
        >
          {t(
            signIn.isPending ? 'signIn.busy' : step === 'code' ? 'signIn.confirm' : 'signIn.submit',
          )}
        </Button>
        {step === 'code' && (
          <Button type="link" block onClick={leaveCode}>
            {t('signIn.back')}
          </Button>
        )}
        <p className="filled" role="status">
          {filled && step === 'password' && t('demo.filled', { person: filled.person, role })}
        </p>
        <p className="fine">
          <a href="/">{t('signIn.public')}</a>
          <br />
          <a href="/privacy">{t('signIn.privacy')}</a>
        </p>
      </form>
      {accounts.length > 0 && <DemoPanel accounts={accounts} chosen={filled} onChoose={fill} />}
    </div>
  );
}

function Greeting({ arrival }: { readonly arrival: Arrival }): ReactNode {
  const { t } = useTranslation('organisations');
  const { reason, problem, until, via } = arrival;
  if (problem) return <SignOnFailure failure={{ code: problem, ...(until && { until }) }} />;
  if (reason === undefined) return null;
  const isEnded = reason === 'ended';
  return (
    <>
      <Notice tone={isEnded ? 'caution' : 'good'}>
        <p>
          {t(isEnded ? 'signIn.ended' : reason === 'erased' ? 'signIn.erased' : 'signIn.signedOut')}
        </p>
      </Notice>
      {via === 'sign-on' && <EndThere />}
    </>
  );
}
