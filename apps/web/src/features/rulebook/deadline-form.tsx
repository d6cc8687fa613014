import { ROUTES } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay } from '../../i18n/dates.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Notice } from '../../ui/desk/notice.tsx';

/** When a number of working days has passed, by the calendar as it stands. */
export function DeadlineForm({ today }: { readonly today: string }) {
  const { t, i18n } = useTranslation('rulebook');
  const problemText = useProblemText();
  const [from, setFrom] = useState(today);
  const [days, setDays] = useState('5');
  const count = Number(days);
  const isAsked = from !== '' && Number.isInteger(count) && count >= 1 && count <= 250;
  const { data, error } = useQuery({
    queryKey: ['calendar', 'deadline', from, count],
    enabled: isAsked,
    queryFn: ({ signal }) => ask(ROUTES.countDeadline, { query: { from, days: count } }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <section className="sheet" aria-labelledby="deadline">
      <h2 id="deadline">{t('days.deadline.title')}</h2>
      <div className="two">
        <Field id="deadline-from" label={t('days.deadline.from')}>
          {(wiring) => (
            <Input {...wiring} type="date" value={from} onChange={(e) => setFrom(e.target.value)} />
          )}
        </Field>
        <Field id="deadline-days" label={t('days.deadline.days')}>
          {(wiring) => (
            <Input
              {...wiring}
              inputMode="numeric"
              maxLength={3}
              value={days}
              onChange={(e) => setDays(e.target.value.normalize('NFKC').replace(/\D/g, ''))}
            />
          )}
        </Field>
      </div>
      {error && <Notice tone="fault" title={problemText(error)} />}
      <div aria-live="polite">
        {isAsked && data && (
          <p className="deadline">
            {t('days.deadline.result', {
              from: showDay(from, i18n.language),
              days: count,
              date: showDay(data.date, i18n.language),
            })}
          </p>
        )}
        {isAsked && data?.provisional && (
          <Notice
            tone="caution"
            title={t('days.deadline.provisional', { years: data.years.join('、') })}
          />
        )}
      </div>
    </section>
  );
}
