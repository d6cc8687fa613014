import {
  REVEAL_REASONS,
  REVEAL_WORDS,
  type Revealed,
  type RevealReason,
  type RevealRequest,
} from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/index.ts';
import { Field } from '../ui/desk/field.tsx';
import { Icon } from '../ui/desk/icons.tsx';
import { Notice } from '../ui/desk/notice.tsx';
import { useProblemText } from './problem-text.ts';

/**
 * Asks what the whole name and number are needed for, and shows them until the panel is closed. What
 * was shown is kept by this panel alone: it is gone with it.
 */
export function RevealPanel(props: {
  /** Tells two panels of one page apart. */
  readonly id: string;
  readonly reveal: (body: RevealRequest) => Promise<Revealed>;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation('contacts');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const [reason, setReason] = useState<RevealReason | null>(null);
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState<{ reason?: string; words?: string }>({});
  const look = useMutation({ mutationFn: props.reveal, gcTime: 0 });
  if (look.data) return <Shown data={look.data} onClose={props.onClose} />;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (look.isPending) return;
    const isShort = words.trim().length < REVEAL_WORDS.min;
    setWrong({
      ...(reason === null && { reason: t('reveal.fault.reason') }),
      ...(isShort && { words: t('reveal.fault.words') }),
    });
    if (reason !== null && !isShort) look.mutate({ reason, words: words.trim() });
  }

  const options = (Object.keys(REVEAL_REASONS) as RevealReason[]).map((value) => ({
    value,
    label: REVEAL_REASONS[value][currentLanguage(i18n)],
  }));
  return (
    <form className="reveal" onSubmit={submit} noValidate aria-label={t('reveal.title')}>
      {look.error && <Notice tone="fault" title={problemText(look.error)} />}
      <p className="fine">{t('reveal.lead')}</p>
      <div className="two">
        <Field id={`reason-${props.id}`} label={t('reveal.reason')} fault={wrong.reason}>
          {(wiring) => (
            <Select
              {...wiring}
              options={options}
              placeholder={t('reveal.choose')}
              value={reason}
              onChange={(chosen: RevealReason) => {
                setReason(chosen);
                setWrong(({ words: other }) => (other === undefined ? {} : { words: other }));
              }}
            />
          )}
        </Field>
        <Field
          id={`words-${props.id}`}
          label={t('reveal.words')}
          hint={t('reveal.wordsHint')}
          fault={wrong.words}
        >
          {(wiring) => (
            <Input
              {...wiring}
              autoComplete="off"
              maxLength={REVEAL_WORDS.max}
              value={words}
              onChange={(event) => {
                setWords(event.target.value);
                setWrong(({ reason: other }) => (other === undefined ? {} : { reason: other }));
              }}
            />
          )}
        </Field>
      </div>
      <div className="card-actions">
        <Button type="primary" htmlType="submit" aria-busy={look.isPending}>
          {t('reveal.submit')}
        </Button>
        <Button onClick={props.onClose}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}

function Shown({ data, onClose }: { readonly data: Revealed; readonly onClose: () => void }) {
  const { t } = useTranslation('contacts');
  return (
    <div className="reveal shown" role="status">
      <p className="reveal-whole">
        <strong>{data.name}</strong>
        {data.phone && (
          <a className="code" href={`tel:${data.phone}`}>
            {data.phone}
          </a>
        )}
      </p>
      <p className="reveal-mark">
        <Icon name="check" size={16} /> {t('reveal.recorded')}
      </p>
      <Button size="small" onClick={onClose}>
        {t('reveal.hide')}
      </Button>
    </div>
  );
}
