import { ROUTES, type ErasureObstacle, type OwnRequest } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { AskForm } from './own-requests.tsx';

/** Closing the own account, or why that has to wait and what to do meanwhile. */
export function EraseMyself(props: {
  readonly obstacles: readonly ErasureObstacle[];
  readonly requests: readonly OwnRequest[];
}) {
  const { t } = useTranslation('personalData');
  const { obstacles, requests } = props;
  const isAsked = requests.some(({ kind, state }) => kind === 'ERASURE' && state === 'OPEN');
  return (
    <section className="sheet" aria-labelledby="erasure">
      <h2 id="erasure">{t('erasure.title')}</h2>
      <p className="fine">{t('erasure.what')}</p>
      {obstacles.length === 0 ? (
        <Erase />
      ) : (
        <>
          <Notice tone="info" title={t('erasure.notYet')}>
            <ul className="obstacles">
              {obstacles.map(({ code, of }) => (
                <li key={code + of}>{t(`erasure.obstacle.${code}`, { of })}</li>
              ))}
            </ul>
          </Notice>
          {isAsked ? (
            <p className="fine">{t('requests.open')}</p>
          ) : (
            <AskForm kind="ERASURE" label={t('erasure.ask')} hint={t('erasure.askHint')} />
          )}
        </>
      )}
    </section>
  );
}

function Erase() {
  const { t } = useTranslation('personalData');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const [isOpen, setIsOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const erase = useMutation({
    mutationFn: () => ask(ROUTES.eraseMyself, { body: { password } }),
    // With the whole page: nothing that was kept here is left on the screen or in memory.
    onSuccess: () => location.assign('/desk/sign-in?reason=erased'),
  });
  if (!isOpen) {
    return (
      <Button danger onClick={() => setIsOpen(true)}>
        {t('erasure.open')}
      </Button>
    );
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (password === '') setFault(t('erasure.passwordMissing'));
    else if (!erase.isPending) erase.mutate();
  }

  return (
    <form className="ask-form" onSubmit={submit} noValidate>
      {erase.error && <Notice tone="fault" title={problemText(erase.error)} />}
      <p>
        <strong>{t('erasure.sure')}</strong>
      </p>
      <Field id="password" label={t('erasure.password')} fault={fault}>
        {(wiring) => (
          <Input
            {...wiring}
            type="password"
            autoComplete="current-password"
            maxLength={200}
            value={password}
            onChange={(event) => {
              setPassword(event.target.value);
              setFault(undefined);
            }}
          />
        )}
      </Field>
      <div className="card-actions">
        <Button type="primary" danger htmlType="submit" aria-busy={erase.isPending}>
          {t('erasure.submit')}
        </Button>
        <Button onClick={() => setIsOpen(false)}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
