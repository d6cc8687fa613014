import { ORGANISATION_KINDS, ROUTES, type ErasedPersons } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Spin } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { Notice } from '../../ui/desk/notice.tsx';

/** 「已注销人员」, and erasing somebody who asked outside the software. */
export function Erasures({ mayAct }: { readonly mayAct: boolean }) {
  const { t, i18n } = useTranslation('personalData');
  const problemText = useProblemText();
  const { data, error } = useQuery({
    queryKey: ['erased-persons'],
    queryFn: ({ signal }) => ask(ROUTES.listErasedPersons, {}, signal),
  });
  return (
    <>
      {mayAct && <EraseForm />}
      {error && <Notice tone="fault" title={problemText(error)} />}
      {!data && !error && <Spin />}
      {data?.persons.length === 0 && <EmptyState title={t('office.noErased')} />}
      {data && data.persons.length > 0 && (
        <section className="sheet" aria-label={t('office.view.erased')}>
          <ul className="plain-list">
            {data.persons.map((person) => (
              <Erased key={person.id} person={person} language={i18n.language} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Erased(props: {
  readonly person: ErasedPersons['persons'][number];
  readonly language: string;
}) {
  const { t, i18n } = useTranslation('personalData');
  const { organisationKind, posts, erasedAt, by, reason } = props.person;
  return (
    <li>
      <time dateTime={erasedAt}>{showMoment(erasedAt, props.language)}</time>
      <span>
        {ORGANISATION_KINDS[organisationKind][currentLanguage(i18n)]} {posts.join('、')}
      </span>
      <span>{t(`office.by.${by}`)}</span>
      <span className="quiet-text">{reason}</span>
    </li>
  );
}

function EraseForm() {
  const { t } = useTranslation('personalData');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [signInName, setSignInName] = useState('');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<Partial<Record<'signInName' | 'reason', string>>>({});
  const erase = useMutation({
    mutationFn: () =>
      ask(ROUTES.erasePerson, { body: { signInName: signInName.trim(), reason: reason.trim() } }),
    onSuccess: () => {
      setSignInName('');
      setReason('');
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['erased-persons'] }),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = {
      ...(signInName.trim() === '' && { signInName: t('office.erase.nameMissing') }),
      ...(reason.trim().length < 2 && { reason: t('office.erase.reasonMissing') }),
    };
    setWrong(found);
    if (Object.keys(found).length === 0 && !erase.isPending) erase.mutate();
  }

  return (
    <form className="sheet erase-form" onSubmit={submit} noValidate aria-labelledby="erase-by-name">
      <h2 id="erase-by-name">{t('office.erase.title')}</h2>
      <p className="fine">{t('office.erase.lead')}</p>
      {erase.error && <Notice tone="fault" title={problemText(erase.error)} />}
      {erase.isSuccess && <Notice tone="good" title={t('office.erase.done')} />}
      <div className="two">
        <Field id="signInName" label={t('office.erase.name')} fault={wrong.signInName}>
          {(wiring) => (
            <Input
              {...wiring}
              autoComplete="off"
              maxLength={40}
              value={signInName}
              onChange={(event) => setSignInName(event.target.value)}
            />
          )}
        </Field>
        <Field id="reason" label={t('office.erase.reason')} fault={wrong.reason}>
          {(wiring) => (
            <Input
              {...wiring}
              autoComplete="off"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button danger htmlType="submit" aria-busy={erase.isPending}>
        {t('office.erase.submit')}
      </Button>
    </form>
  );
}
