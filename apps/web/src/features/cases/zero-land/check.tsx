import {
  RETROFIT_CHECKS,
  ROUTES,
  type RetrofitCheckStep,
  type RetrofitView,
} from '@ludao/contracts';
import { Button, Input, Radio } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { mayIn, useSession } from '../../../api/session.ts';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Facts } from '../../../ui/desk/facts.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { Refused } from '../refused.tsx';
import { daysAgo } from '../../../ui/today.ts';
import { useRetrofit } from './queries.ts';

/** The pool of after-checks: drawn, found as declared or not, and what follows. */
export function AfterCheck({
  retrofit,
  isExempt,
}: {
  readonly retrofit: RetrofitView;
  readonly isExempt: boolean;
}) {
  const { t, i18n } = useTranslation('retrofits');
  const session = useSession();
  const language = currentLanguage(i18n);
  const { check, may } = retrofit;
  const isOffice = mayIn(session, 'read', 'retrofit_check');
  const isDone = check.state === 'AS_DECLARED' || check.state === 'NOT_AS_DECLARED';
  if (!isDone && !(isOffice && isExempt)) return null;
  return (
    <section className="sheet" aria-labelledby="after-check">
      <h2 id="after-check">{t('check')}</h2>
      <Facts
        rows={[
          { name: t('checkState'), value: RETROFIT_CHECKS[check.state][language] },
          ...(check.drawnOn && isOffice
            ? [{ name: t('drawnOn'), value: showDay(check.drawnOn, i18n.language) }]
            : []),
          ...(check.checkedOn
            ? [{ name: t('checkedOn'), value: showDay(check.checkedOn, i18n.language) }]
            : []),
          ...(check.words ? [{ name: t('checkWords'), value: check.words }] : []),
        ]}
      />
      {may.draw && <Draw retrofit={retrofit} />}
      {may.check && <Enter retrofit={retrofit} />}
      {may.void && <Void retrofit={retrofit} />}
    </section>
  );
}

interface Props {
  readonly retrofit: RetrofitView;
}

function useCheck({ caseId }: RetrofitView) {
  return useRetrofit(caseId, (step: RetrofitCheckStep) =>
    ask(ROUTES.checkRetrofit, { params: { id: caseId }, body: step }),
  );
}

function Draw({ retrofit }: Props) {
  const { t } = useTranslation('retrofits');
  const draw = useCheck(retrofit);
  return (
    <>
      <p className="fine">{t('drawHint')}</p>
      <Refused error={draw.error} />
      <Button
        aria-busy={draw.isPending}
        onClick={() => !draw.isPending && draw.mutate({ step: 'draw' })}
      >
        {t('draw')}
      </Button>
    </>
  );
}

function Enter({ retrofit }: Props) {
  const { t, i18n } = useTranslation('retrofits');
  const language = currentLanguage(i18n);
  const [on, setOn] = useState(daysAgo(0));
  const [result, setResult] = useState<'AS_DECLARED' | 'NOT_AS_DECLARED' | null>(null);
  const [words, setWords] = useState('');
  const enter = useCheck(retrofit);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (result && !enter.isPending) enter.mutate({ step: 'check', on, result, words });
  }
  return (
    <form onSubmit={submit} noValidate>
      <Refused error={enter.error} />
      <Field id="checkOn" label={t('checkedOn')}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            max={daysAgo(0)}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        )}
      </Field>
      <div className="field">
        <span className="field-label" id="result-label">
          {t('result')}
        </span>
        <Radio.Group
          name="result"
          aria-labelledby="result-label"
          options={(['AS_DECLARED', 'NOT_AS_DECLARED'] as const).map((value) => ({
            value,
            label: RETROFIT_CHECKS[value][language],
          }))}
          value={result}
          onChange={(event) => setResult(event.target.value as 'AS_DECLARED' | 'NOT_AS_DECLARED')}
        />
      </div>
      <Field id="checkWords" label={t('checkWords')} hint={t('checkWordsHint')}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            rows={3}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="primary"
        htmlType="submit"
        disabled={result === null}
        aria-busy={enter.isPending}
      >
        {t('enterResult')}
      </Button>
    </form>
  );
}

function Void({ retrofit: { caseId, version } }: Props) {
  const { t } = useTranslation('retrofits');
  const [reason, setReason] = useState('');
  const declare = useRetrofit(caseId, () =>
    ask(ROUTES.voidRetrofit, { params: { id: caseId }, body: { version, reason } }),
  );
  return (
    <>
      <p>{t('voidText')}</p>
      <Refused error={declare.error} />
      <Field id="voidReason" label={t('voidWhy')}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Button
        danger
        disabled={reason.trim().length < 2}
        aria-busy={declare.isPending}
        onClick={() => !declare.isPending && confirm(t('voidSure')) && declare.mutate(undefined)}
      >
        {t('void')}
      </Button>
    </>
  );
}
