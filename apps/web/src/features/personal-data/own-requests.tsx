import { DATA_REQUEST_KINDS, DATA_REQUEST_STATES, ROUTES, type OwnRequest } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay, showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Notice } from '../../ui/desk/notice.tsx';

/** Asking for a correction, and what became of everything that was asked. */
export function OwnRequests({ requests }: { readonly requests: readonly OwnRequest[] }) {
  const { t, i18n } = useTranslation('personalData');
  const language = currentLanguage(i18n);
  const isOpen = requests.some(({ kind, state }) => kind === 'CORRECTION' && state === 'OPEN');
  return (
    <section className="sheet" aria-labelledby="requests">
      <h2 id="requests">{t('requests.title')}</h2>
      {requests.length > 0 && (
        <ul className="plain-list">
          {requests.map(({ id, kind, words, state, askedAt, dueOn, answer }) => (
            <li key={id} data-state={state}>
              <time dateTime={askedAt}>{showMoment(askedAt, i18n.language)}</time>
              <span>
                {DATA_REQUEST_KINDS[kind][language]}
                {t('colon')}
                {words}
              </span>
              <strong>{DATA_REQUEST_STATES[state][language]}</strong>
              <span className="quiet-text">
                {state === 'OPEN'
                  ? t('requests.due', { day: showDay(dueOn, i18n.language) })
                  : answer}
              </span>
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <p className="fine">{t('requests.open')}</p>
      ) : (
        <AskForm kind="CORRECTION" label={t('requests.what')} hint={t('requests.whatHint')} />
      )}
    </section>
  );
}

/** One request in the person's own words. */
export function AskForm(props: {
  readonly kind: OwnRequest['kind'];
  readonly label: string;
  readonly hint: string;
}) {
  const { t } = useTranslation('personalData');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const send = useMutation({
    mutationFn: () =>
      ask(ROUTES.askAboutMyData, { body: { kind: props.kind, words: words.trim() } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['my-data'] }),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (words.trim().length < 2) setFault(t('requests.missing'));
    else if (!send.isPending) send.mutate();
  }

  return (
    <form className="ask-form" onSubmit={submit} noValidate>
      {send.error && <Notice tone="fault" title={problemText(send.error)} />}
      <Field id={`ask-${props.kind}`} label={props.label} hint={props.hint} fault={fault}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            rows={2}
            maxLength={500}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setFault(undefined);
            }}
          />
        )}
      </Field>
      <Button htmlType="submit" aria-busy={send.isPending}>
        {t('requests.send')}
      </Button>
    </form>
  );
}
