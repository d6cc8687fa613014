import { OPINION_RESULTS, ROUTES, type OpinionResult } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { useFresh } from '../queries.ts';
import { Refused } from '../refused.tsx';

/** For the technical review body that was asked. */
export function OpinionForm({ id, review }: { readonly id: string; readonly review: string }) {
  const { t, i18n } = useTranslation('approval');
  const [result, setResult] = useState<OpinionResult>('FEASIBLE');
  const [words, setWords] = useState('');
  const fresh = useFresh(id);
  const give = useMutation({
    mutationFn: () =>
      ask(ROUTES.giveOpinion, { params: { id: review }, body: { result, words: words.trim() } }),
    onSuccess: fresh,
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!give.isPending && words.trim().length >= 2) give.mutate();
  }
  return (
    <form className="sheet" onSubmit={submit} noValidate aria-labelledby="opinion">
      <h2 id="opinion">{t('opinion')}</h2>
      <p>{t('opinionLead')}</p>
      <Refused error={give.error} />
      <Field id="opinion-result" label={t('step.result')}>
        {({ id: wired }) => (
          <Radio.Group
            id={wired}
            value={result}
            options={Object.entries(OPINION_RESULTS).map(([value, name]) => ({
              value,
              label: name[currentLanguage(i18n)],
            }))}
            onChange={(event) => setResult(event.target.value as OpinionResult)}
          />
        )}
      </Field>
      <Field id="opinion-words" label={t('step.words')}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            rows={4}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="primary"
        htmlType="submit"
        loading={give.isPending}
        disabled={words.trim().length < 2}
      >
        {t('step.confirm')}
      </Button>
    </form>
  );
}
