import { ROUTES, type ColleagueDetail } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { chinaDay, SelectField, TextField, useRefused } from '../fields.tsx';
import { refreshPosts } from '../posts/appoint-form.tsx';

/** Leaves the post without anybody: chosen, never the default. */
const NOBODY = 'nobody';

/** All that a person holds goes over in one act, to one or to several. */
export function HandOverForm(props: {
  readonly person: ColleagueDetail;
  readonly onDone: (done: { posts: number; left: number }) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const { id, name, organisation, holdings } = props.person;
  const queries = useQueryClient();
  const [lastDay, setLastDay] = useState(chinaDay());
  const [choices, setChoices] = useState<Readonly<Record<string, string | null>>>({});
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const house = { org: organisation.id };
  const colleagues = useQuery({
    queryKey: ['colleagues', house],
    queryFn: ({ signal }) => ask(ROUTES.listColleagues, { query: house }, signal),
  });
  const others = (colleagues.data?.rows ?? [])
    .filter((colleague) => colleague.id !== id)
    .map((colleague) => ({ value: colleague.id, label: colleague.name }));
  const going = holdings.filter(({ to }) => to === null || to > lastDay);
  const handOver = useMutation({
    mutationFn: () =>
      ask(ROUTES.handOver, {
        params: { id },
        body: {
          lastDay,
          lines: going.map(({ holdingId }) => {
            const to = choices[holdingId];
            return { holdingId, to: to === undefined || to === NOBODY ? null : to };
          }),
        },
      }),
    onSuccess: async (done) => {
      await refreshPosts(queries);
      props.onDone(done);
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['colleague', id] }),
  });
  const refused = useRefused(handOver.error ?? colleagues.error);
  const faults = missing.length > 0 ? missing : refused;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = [
      ...(lastDay === '' ? [{ field: 'lastDay', text: t('handOver.fault.lastDay') }] : []),
      ...going
        .filter(({ holdingId }) => !choices[holdingId])
        .map(({ holdingId, title }) => ({
          field: `to-${holdingId}`,
          text: t('handOver.fault.to', { title }),
        })),
    ];
    setMissing(wrong);
    if (wrong.length === 0 && going.length > 0 && !handOver.isPending) handOver.mutate();
  }

  return (
    <form className="sheet people-form" onSubmit={submit} noValidate aria-labelledby="hand-over">
      <h2 id="hand-over">{t('handOver.title', { name })}</h2>
      <p>{t('handOver.lead')}</p>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <div className="two">
        <TextField
          id="lastDay"
          type="date"
          label={t('handOver.lastDay')}
          hint={t('handOver.lastDayHint')}
          faults={faults}
          value={lastDay}
          onChange={setLastDay}
        />
        {going.length > 1 && (
          <SelectField
            id="all"
            optional
            label={t('handOver.all')}
            faults={[]}
            searchable
            value={null}
            options={others}
            onChange={(to) =>
              setChoices(Object.fromEntries(going.map(({ holdingId }) => [holdingId, to])))
            }
          />
        )}
      </div>
      {going.map(({ holdingId, title, part }) => (
        <SelectField
          key={holdingId}
          id={`to-${holdingId}`}
          label={t('handOver.to', { title, part: t(`part.${part}`) })}
          faults={faults}
          searchable
          value={choices[holdingId] ?? null}
          options={[...others, { value: NOBODY, label: t('handOver.nobody') }]}
          onChange={(to) => {
            setChoices((now) => ({ ...now, [holdingId]: to }));
            setMissing((now) => now.filter(({ field }) => field !== `to-${holdingId}`));
          }}
        />
      ))}
      {going.length === 0 && <p className="quiet-text">{t('handOver.nothing')}</p>}
      <div className="form-actions">
        <Button
          type="primary"
          htmlType="submit"
          disabled={going.length === 0}
          aria-busy={handOver.isPending}
        >
          {t('handOver.submit', { count: going.length })}
        </Button>
        <Button onClick={props.onCancel}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
