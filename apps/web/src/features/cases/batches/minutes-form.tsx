import { OPINION_RESULTS, type Batch, type OpinionResult } from '@ludao/contracts';
import { Button, Input, Radio, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import { Refused } from '../refused.tsx';
import { useMoves } from './queries.ts';

interface Said {
  readonly outcome: 'DONE' | 'ABSENT';
  readonly result: OpinionResult | null;
  readonly words: string;
}
const NOTHING: Said = { outcome: 'DONE', result: null, words: '' };

/** What was found, project by project; it goes to each case. */
export function MinutesForm({ batch }: { readonly batch: Batch }) {
  const { t, i18n } = useTranslation('batches');
  const language = currentLanguage(i18n);
  const { id, version, kind, cases } = batch;
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const moves = useMoves();
  const of = (caseId: string) => said[caseId] ?? NOTHING;
  const set = (caseId: string, next: Partial<Said>) =>
    setSaid({ ...said, [caseId]: { ...of(caseId), ...next } });
  const results = Object.entries(OPINION_RESULTS).map(([value, words]) => ({
    value: value as OpinionResult,
    label: words[language],
  }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (moves.isPending) return;
    const minutes = cases.map(({ id: caseId }) => ({ caseId, ...of(caseId) }));
    moves.mutate([{ id, step: { step: 'hold', version, minutes } }]);
  }

  return (
    <form className="sheet minutes" onSubmit={submit} noValidate aria-labelledby="minutes">
      <h2 id="minutes">{t('minutes')}</h2>
      <p>{t('minutesLead')}</p>
      <Refused error={moves.error} />
      {cases.map(({ id: caseId, name }) => {
        const { outcome, result, words } = of(caseId);
        return (
          <fieldset key={caseId}>
            <legend>{name}</legend>
            <Radio.Group
              aria-label={t('outcome', { name })}
              value={outcome}
              options={(['DONE', 'ABSENT'] as const).map((value) => ({
                value,
                label: t(`outcomes.${value}`),
              }))}
              onChange={(event) => set(caseId, { outcome: event.target.value as Said['outcome'] })}
            />
            {outcome === 'DONE' && kind === 'MEETING' && (
              <Select<OpinionResult>
                aria-label={t('result', { name })}
                placeholder={t('resultOf')}
                value={result}
                options={results}
                onChange={(value) => set(caseId, { result: value })}
              />
            )}
            {outcome === 'DONE' && (
              <Input.TextArea
                aria-label={t('wordsOf', { name })}
                rows={2}
                maxLength={2000}
                value={words}
                onChange={(event) => set(caseId, { words: event.target.value })}
              />
            )}
          </fieldset>
        );
      })}
      <Button type="primary" htmlType="submit" loading={moves.isPending}>
        {t('saveMinutes')}
      </Button>
    </form>
  );
}
