import { ROUTES, type NotificationSettings } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Notice } from '../../ui/desk/notice.tsx';

interface Props {
  readonly settings: NotificationSettings;
  readonly onChanged: (settings: NotificationSettings) => void;
}

/** The own e-mail address: given, confirmed by the code that came, forgotten. */
export function EmailAddress({ settings, onChanged }: Props) {
  const { t } = useTranslation('notifications');
  const problemText = useProblemText();
  const { email, pendingEmail, ready } = settings;
  const forget = useMutation({
    mutationFn: () => ask(ROUTES.forgetEmail, {}),
    onSuccess: onChanged,
  });
  return (
    <section className="sheet" aria-labelledby="by-mail">
      <h2 id="by-mail">{t('email.title')}</h2>
      {ready.EMAIL === 'not_set_up' ? (
        <p className="quiet-text">{t('email.notSetUp')}</p>
      ) : (
        <>
          <p>{email ? t('email.known', { email }) : t('email.none')}</p>
          {pendingEmail && <CodeForm email={pendingEmail} onChanged={onChanged} />}
          <AddressForm onChanged={onChanged} />
        </>
      )}
      {forget.error && <Notice tone="fault" title={problemText(forget.error)} />}
      {(email ?? pendingEmail) && (
        <Button danger loading={forget.isPending} onClick={() => forget.mutate()}>
          {t('email.forget')}
        </Button>
      )}
    </section>
  );
}

function AddressForm({ onChanged }: Pick<Props, 'onChanged'>) {
  const { t } = useTranslation('notifications');
  const [email, setEmail] = useState('');
  const give = useMutation({
    mutationFn: () => ask(ROUTES.giveEmail, { body: { email } }),
    onSuccess: (settings) => {
      setEmail('');
      onChanged(settings);
    },
  });
  return (
    <OneField
      id="email"
      label={t('email.label')}
      hint={t('email.hint')}
      missing={t('email.missing')}
      submit={t('email.send')}
      value={email}
      onChange={setEmail}
      run={give}
      type="email"
      autoComplete="email"
    />
  );
}

function CodeForm({ email, onChanged }: { readonly email: string } & Pick<Props, 'onChanged'>) {
  const { t } = useTranslation('notifications');
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => ask(ROUTES.confirmEmail, { body: { code: code.trim() } }),
    onSuccess: onChanged,
  });
  return (
    <OneField
      id="email-code"
      label={t('email.code', { email })}
      hint={t('email.codeHint')}
      missing={t('email.codeMissing')}
      isGood={(text) => /^\d{6}$/.test(text)}
      submit={t('email.confirm')}
      value={code}
      onChange={setCode}
      run={confirm}
      type="text"
      autoComplete="one-time-code"
    />
  );
}

/** One field with one button, and what is wrong said at the field. */
function OneField(props: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly missing: string;
  readonly isGood?: (text: string) => boolean;
  readonly submit: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly run: { readonly isPending: boolean; readonly error: Error | null; mutate(): void };
  readonly type: 'email' | 'text';
  readonly autoComplete: string;
}) {
  const { run, value, isGood = (text: string) => text !== '' } = props;
  const problemText = useProblemText();
  const [isMissing, setMissing] = useState(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const isComplete = isGood(value.trim());
    setMissing(!isComplete);
    if (isComplete && !run.isPending) run.mutate();
  }
  const fault = isMissing ? props.missing : run.error ? problemText(run.error) : undefined;
  return (
    <form className="one-field" onSubmit={submit} noValidate>
      <Field id={props.id} label={props.label} hint={props.hint} fault={fault}>
        {(wiring) => (
          <Input
            {...wiring}
            type={props.type}
            inputMode={props.type === 'email' ? 'email' : 'numeric'}
            autoComplete={props.autoComplete}
            maxLength={200}
            value={value}
            onChange={(event) => props.onChange(event.target.value)}
          />
        )}
      </Field>
      <Button htmlType="submit" loading={run.isPending}>
        {props.submit}
      </Button>
    </form>
  );
}
