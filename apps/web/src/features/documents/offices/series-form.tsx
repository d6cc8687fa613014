import { ROUTES, type IssuingOffice } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { today } from '../../../ui/today.ts';
import { numberOf, patternFault } from './pattern.ts';

/** The pattern of a series, and how far a year had come before this platform. */
export function SeriesForm(props: {
  readonly office: string;
  readonly code: string;
  readonly series: IssuingOffice['series'][number] | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { office, code, series } = props;
  const thisYear = Number(today().slice(0, 4));
  const lastIn = (year: number) => series?.years.find((one) => one.year === year)?.last ?? 0;
  const [pattern, setPattern] = useState(series?.pattern ?? '');
  const [year, setYear] = useState(thisYear);
  const [last, setLast] = useState(() => lastIn(thisYear));
  const [isTold, setTold] = useState(false);
  const fault = patternFault(pattern.trim());
  const set = useMutation({
    mutationFn: () =>
      ask(ROUTES.setNumberSeries, {
        params: { id: office },
        body: { code, pattern: pattern.trim(), year, last },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['issuing-offices'] });
      props.onDone();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTold(true);
    if (!fault && !set.isPending) set.mutate();
  }

  return (
    <form className="series-form" onSubmit={submit} noValidate>
      {set.error && <Notice tone="fault" title={problemText(set.error)} />}
      <Field
        id={`pattern-${code}`}
        label={t('set.pattern')}
        hint={t('set.patternHint')}
        note={
          fault === null
            ? t('set.example', { number: numberOf(pattern.trim(), year, last + 1) })
            : null
        }
        fault={
          fault && (isTold || pattern.includes('〔')) ? t(`set.patternFault.${fault}`) : undefined
        }
      >
        {(wiring) => (
          <Input
            {...wiring}
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            placeholder="演环责改〔{year}〕{serial}号"
            value={pattern}
            onChange={(event) => setPattern(event.target.value)}
          />
        )}
      </Field>
      <div className="two">
        <Field id={`year-${code}`} label={t('set.year')}>
          {(wiring) => (
            <InputNumber
              {...wiring}
              min={2000}
              max={2100}
              precision={0}
              value={year}
              onChange={(next) => {
                setYear(next ?? thisYear);
                setLast(lastIn(next ?? thisYear));
              }}
            />
          )}
        </Field>
        <Field id={`last-${code}`} label={t('set.last')} hint={t('set.lastHint')}>
          {(wiring) => (
            <InputNumber
              {...wiring}
              min={0}
              max={99_999}
              precision={0}
              value={last}
              onChange={(next) => setLast(next ?? 0)}
            />
          )}
        </Field>
      </div>
      <div className="card-actions">
        <Button type="primary" htmlType="submit" aria-busy={set.isPending}>
          {t('set.save')}
        </Button>
        <Button onClick={props.onDone}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
