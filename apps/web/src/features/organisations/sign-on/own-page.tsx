import { ROUTES } from '@ludao/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Input, Spin } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { showMoment } from '../../../i18n/dates.ts';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { SignOnFailure, useSignOn } from './offer.tsx';

/** Whether the own account is linked to the office's sign-on, and the way to link it once. */
export function OwnSignOnPage() {
  const { t, i18n } = useTranslation('signOn');
  const { t: desk } = useTranslation('desk');
  const { done, problem } = useSearch({ from: '/in/sign-on' });
  const problemText = useProblemText();
  const title = useSignOn()?.title ?? '';
  const { data, error, refetch } = useQuery({
    queryKey: ['own-sign-on'],
    queryFn: ({ signal }) => ask(ROUTES.getOwnSignOn, {}, signal),
  });
  return (
    <>
      <PageHead title={t('own.title')} lead={t('own.lead', { title })} />
      {done && <Notice tone="good" title={t('own.done', { title })} />}
      {problem && <SignOnFailure failure={{ code: problem }} />}
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {data?.linkedAt && (
        <section className="sheet" aria-labelledby="linked">
          <h2 id="linked">{t('own.linked', { title })}</h2>
          <p>{t('own.linkedAt', { at: showMoment(data.linkedAt, i18n.language) })}</p>
        </section>
      )}
      {data?.linkedAt === null && <LinkForm title={title} />}
    </>
  );
}

function LinkForm({ title }: { readonly title: string }) {
  const { t } = useTranslation('signOn');
  const problemText = useProblemText();
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const link = useMutation({
    mutationFn: () => ask(ROUTES.linkOwnSignOn, { body: { password } }),
    onSuccess: ({ url }) => location.assign(url),
    onError: (error) => {
      const field = isProblem(error, 'PASSWORD_WRONG') ? 'password' : null;
      setFaults([{ field, text: problemText(error) }]);
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setFaults(password === '' ? [{ field: 'password', text: t('own.passwordEmpty') }] : []);
    if (password !== '' && !link.isPending) link.mutate();
  }
  return (
    <form className="sheet second-factor" onSubmit={submit} noValidate>
      <FaultSummary title={t('own.notLinked')} faults={faults} />
      <p>{t('own.next', { title })}</p>
      <Field
        id="password"
        label={t('own.password')}
        fault={faults.find(({ field }) => field === 'password')?.text}
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
      <Button type="primary" size="large" htmlType="submit" aria-busy={link.isPending}>
        {t('own.begin')}
      </Button>
    </form>
  );
}
