import { ROUTES, type PostDetail } from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { chinaDay, SelectField, TextField, useRefused } from '../fields.tsx';

/** Somebody of the house is put in a part of the post, from a day on. */
export function AppointForm(props: {
  readonly post: PostDetail;
  readonly onDone: (outcome: 'in_force' | 'waiting') => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const { post } = props;
  const queries = useQueryClient();
  const [part, setPart] = useState<'A' | 'B'>(post.holder ? 'B' : 'A');
  const [personId, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState(chinaDay());
  const [to, setTo] = useState('');
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const house = { org: post.organisation.id };
  const colleagues = useQuery({
    queryKey: ['colleagues', house],
    queryFn: ({ signal }) => ask(ROUTES.listColleagues, { query: house }, signal),
  });
  const appoint = useMutation({
    mutationFn: (person: string) =>
      ask(ROUTES.appoint, {
        params: { id: post.id },
        body: { version: post.version, part, personId: person, from, to: to || null },
      }),
    onSuccess: async ({ outcome }) => {
      await refreshPosts(queries);
      props.onDone(outcome);
    },
    // Somebody else was quicker: the page shows what he did, and the form keeps what was typed.
    onError: () => void queries.invalidateQueries({ queryKey: ['post', post.id] }),
  });
  const refused = useRefused(appoint.error ?? colleagues.error);
  const faults = missing.length > 0 ? missing : refused;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = [
      ...(personId === null ? ['personId'] : []),
      ...(from === '' ? ['from'] : []),
    ].map((field) => ({ field, text: t(`appoint.fault.${field}`) }));
    setMissing(wrong);
    if (wrong.length === 0 && personId && !appoint.isPending) appoint.mutate(personId);
  }

  const label = (titles: readonly string[], name: string) =>
    titles.length > 0 ? `${name}（${titles.join('、')}）` : name;
  return (
    <form className="sheet people-form" onSubmit={submit} noValidate aria-labelledby="appoint">
      <h2 id="appoint">{t('appoint.title')}</h2>
      {post.may.confirmed && <p className="fine">{t('appoint.confirmed')}</p>}
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <fieldset className="field">
        <legend className="field-label">{t('appoint.part')}</legend>
        <Radio.Group
          value={part}
          options={[
            { value: 'A', label: t('appoint.A') },
            { value: 'B', label: t('appoint.B') },
          ]}
          onChange={(event) => setPart(event.target.value as 'A' | 'B')}
        />
      </fieldset>
      <SelectField
        id="personId"
        label={t('person')}
        hint={t('appoint.personHint')}
        faults={faults}
        searchable
        value={personId}
        options={(colleagues.data?.rows ?? []).map(({ id, name, posts }) => ({
          value: id,
          label: label(
            posts.map(({ title }) => title),
            name,
          ),
        }))}
        onChange={setPerson}
      />
      <div className="two">
        <TextField
          id="from"
          type="date"
          label={t('appoint.from')}
          hint={t('appoint.fromHint')}
          min={chinaDay()}
          faults={faults}
          value={from}
          onChange={setFrom}
        />
        <TextField
          id="to"
          type="date"
          optional
          label={t('appoint.to')}
          hint={t('appoint.toHint')}
          faults={faults}
          value={to}
          onChange={setTo}
        />
      </div>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" aria-busy={appoint.isPending}>
          {t(post.may.confirmed ? 'appoint.propose' : 'appoint.submit')}
        </Button>
        <Button onClick={props.onCancel}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}

/** Whatever shows who is in which post. */
export async function refreshPosts(queries: ReturnType<typeof useQueryClient>): Promise<void> {
  await Promise.all(
    ['posts', 'post', 'post-timeline', 'colleagues', 'colleague', 'session'].map((key) =>
      queries.invalidateQueries({ queryKey: [key] }),
    ),
  );
}
