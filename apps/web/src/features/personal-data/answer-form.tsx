import { readPhone, ROUTES, type DataRequest, type DataRequestAnswer } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Notice } from '../../ui/desk/notice.tsx';

type Wrong = Partial<Record<'name' | 'phone' | 'answer', string>>;

/** Carries a request out or refuses it; of a correction, with what is right instead. */
export function AnswerForm(props: { readonly request: DataRequest; readonly onDone: () => void }) {
  const { id, kind } = props.request;
  const { t } = useTranslation('personalData');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [answer, setAnswer] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const send = useMutation({
    mutationFn: (body: DataRequestAnswer) =>
      ask(ROUTES.answerDataRequest, { params: { id }, body }),
    onSuccess: props.onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['data-requests'] }),
  });
  const isCorrection = kind === 'CORRECTION';

  function decide(decision: DataRequestAnswer['decision']): void {
    if (send.isPending) return;
    const corrects = isCorrection && decision === 'carry_out';
    const found: Wrong = {
      ...(corrects && name.trim() === '' && phone.trim() === '' && { name: t('answer.nothing') }),
      ...(corrects && phone.trim() !== '' && !readPhone(phone) && { phone: t('answer.phoneForm') }),
      ...(answer.trim().length < 2 && { answer: t('answer.missing') }),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    send.mutate({
      decision,
      answer: answer.trim(),
      ...(corrects && name.trim() !== '' && { name: name.trim() }),
      ...(corrects && phone.trim() !== '' && { phone: phone.trim() }),
    });
  }

  return (
    <div className="answer-form">
      {send.error && <Notice tone="fault" title={problemText(send.error)} />}
      {isCorrection && (
        <div className="two">
          <Field
            id={`name-${id}`}
            label={t('answer.name')}
            optional={desk('optional')}
            fault={wrong.name}
          >
            {(wiring) => (
              <Input
                {...wiring}
                autoComplete="off"
                maxLength={40}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field
            id={`phone-${id}`}
            label={t('answer.phone')}
            optional={desk('optional')}
            fault={wrong.phone}
          >
            {(wiring) => (
              <Input
                {...wiring}
                type="tel"
                autoComplete="off"
                maxLength={30}
                value={phone}
                onChange={(event) => setPhone(event.target.value)}
              />
            )}
          </Field>
        </div>
      )}
      <Field id={`answer-${id}`} label={t('answer.words')} fault={wrong.answer}>
        {(wiring) => (
          <Input
            {...wiring}
            autoComplete="off"
            maxLength={500}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
      {!isCorrection && <p className="fine">{t('answer.erasureEffect')}</p>}
      <div className="card-actions">
        <Button
          type="primary"
          danger={!isCorrection}
          aria-busy={send.isPending}
          onClick={() => decide('carry_out')}
        >
          {t(isCorrection ? 'answer.correct' : 'answer.erase')}
        </Button>
        <Button onClick={() => decide('refuse')}>{t('answer.refuse')}</Button>
      </div>
    </div>
  );
}
