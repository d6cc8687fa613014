import { ROUTES, type Absence } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { showDay } from '../../../i18n/dates.ts';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { chinaDay, TextField, useRefused } from '../fields.tsx';
import { refreshPosts } from '../posts/appoint-form.tsx';

/** When a person is away, now or to come; the stand-in has the queue meanwhile. */
export function Absences(props: {
  readonly personId: string;
  readonly absences: readonly Absence[];
}) {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [firstDay, setFirst] = useState(chinaDay());
  const [lastDay, setLast] = useState('');
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const day = (iso: string) => showDay(iso, i18n.language);
  const refresh = async () => {
    await refreshPosts(queries);
    await queries.invalidateQueries({ queryKey: ['own-absences'] });
  };
  const record = useMutation({
    mutationFn: () =>
      ask(ROUTES.recordAbsence, { body: { personId: props.personId, firstDay, lastDay } }),
    onSuccess: async () => {
      setLast('');
      await refresh();
    },
  });
  const end = useMutation({
    mutationFn: ({ id, lastDay: last }: Pick<Absence, 'id' | 'lastDay'>) =>
      ask(ROUTES.endAbsence, { params: { id }, body: { lastDay: last } }),
    onSuccess: refresh,
  });
  const refused = useRefused(record.error);
  const faults = missing.length > 0 ? missing : refused;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = [
      ...(firstDay === '' ? ['firstDay'] : []),
      ...(lastDay === '' ? ['lastDay'] : []),
    ].map((field) => ({ field, text: t(`absence.fault.${field}`) }));
    setMissing(wrong);
    if (wrong.length === 0 && !record.isPending) record.mutate();
  }

  /** Back from today on, or never away. */
  const back = ({ id, firstDay: first }: Absence) =>
    end.mutate({ id, lastDay: first > chinaDay() ? dayBefore(first) : chinaDay(-1) });
  return (
    <section className="sheet" aria-labelledby="absences">
      <h2 id="absences">{t('absence.title')}</h2>
      {end.error && <Notice tone="fault" title={problemText(end.error)} />}
      {props.absences.length === 0 && <p className="quiet-text">{t('absence.none')}</p>}
      <ul className="holdings">
        {props.absences.map((absence) => (
          <li key={absence.id}>
            <span className="span">
              {t('holdings.span', { from: day(absence.firstDay), to: day(absence.lastDay) })}
            </span>
            <Button
              size="small"
              aria-busy={end.isPending}
              onClick={() => !end.isPending && back(absence)}
            >
              {t(absence.firstDay > chinaDay() ? 'absence.callOff' : 'absence.back')}
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} noValidate aria-label={t('absence.record')}>
        <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
        <div className="two">
          <TextField
            id="firstDay"
            type="date"
            label={t('absence.first')}
            min={chinaDay()}
            faults={faults}
            value={firstDay}
            onChange={setFirst}
          />
          <TextField
            id="lastDay"
            type="date"
            label={t('absence.last')}
            min={firstDay}
            faults={faults}
            value={lastDay}
            onChange={setLast}
          />
        </div>
        <Button type="primary" htmlType="submit" aria-busy={record.isPending}>
          {t('absence.record')}
        </Button>
      </form>
    </section>
  );
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
