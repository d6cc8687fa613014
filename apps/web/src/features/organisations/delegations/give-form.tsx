import { ROUTES } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { chinaDay, SelectField, TextField, useRefused } from '../fields.tsx';

/** An agency may act from now on, to the end of a day. */
export function GiveForm(props: { readonly onDone: () => void; readonly onCancel: () => void }) {
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const queries = useQueryClient();
  const [to, setTo] = useState<string | null>(null);
  const [day, setDay] = useState(chinaDay(90));
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const agencies = useQuery({
    queryKey: ['agencies'],
    queryFn: ({ signal }) => ask(ROUTES.listAgencies, {}, signal),
  });
  const give = useMutation({
    mutationFn: (agency: string) =>
      ask(ROUTES.giveDelegation, { body: { to: agency, endsAt: `${day}T23:59:59+08:00` } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['delegations'] });
      props.onDone();
    },
  });
  const refused = useRefused(give.error ?? agencies.error);
  const faults = missing.length > 0 ? missing : refused;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = [...(to === null ? ['to'] : []), ...(day === '' ? ['endsAt'] : [])].map(
      (field) => ({ field, text: t(`delegation.fault.${field}`) }),
    );
    setMissing(wrong);
    if (wrong.length === 0 && to && !give.isPending) give.mutate(to);
  }

  return (
    <form className="sheet people-form" onSubmit={submit} noValidate aria-labelledby="give">
      <h2 id="give">{t('delegation.give')}</h2>
      <p>{t('delegation.giveLead')}</p>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <div className="two">
        <SelectField
          id="to"
          label={t('delegation.agency')}
          faults={faults}
          searchable
          value={to}
          options={(agencies.data?.agencies ?? []).map(({ id, name, districtCode }) => ({
            value: id,
            label: `${name}（${desk(`counties.${districtCode}`, { defaultValue: districtCode })}）`,
          }))}
          onChange={setTo}
        />
        <TextField
          id="endsAt"
          type="date"
          label={t('delegation.until')}
          hint={t('delegation.untilHint')}
          min={chinaDay()}
          faults={faults}
          value={day}
          onChange={setDay}
        />
      </div>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" aria-busy={give.isPending}>
          {t('delegation.submit')}
        </Button>
        <Button onClick={props.onCancel}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
