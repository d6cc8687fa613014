import { ROUTES, SIGN_IN_NAME, type InitialPassword } from '@ludao/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { useLater } from '../../../ui/desk/later.ts';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { TextField, useRefused } from '../fields.tsx';
import { HouseField } from './house-field.tsx';

/** A person with name, phone and sign-in name; the initial password comes back once. */
export function NewAccountForm(props: {
  readonly org: string | undefined;
  readonly onDone: (made: InitialPassword) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const queries = useQueryClient();
  const [organisationId, setHouse] = useState<string | null>(props.org ?? null);
  const [word, find] = useLater('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [signInName, setSignInName] = useState('');
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const houses = useQuery({
    queryKey: ['organisations', 'choice', word, props.org],
    queryFn: ({ signal }) =>
      ask(ROUTES.listOrganisations, { query: { q: word, size: 50 } }, signal),
    placeholderData: keepPreviousData,
  });
  const create = useMutation({
    mutationFn: (house: string) =>
      ask(ROUTES.createAccount, {
        body: { organisationId: house, name, phone: phone || null, signInName },
      }),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      props.onDone(made);
    },
  });
  const refused = useRefused(create.error);
  const faults = missing.length > 0 ? missing : refused;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = [
      ...(organisationId === null ? ['organisationId'] : []),
      ...(name.trim() === '' ? ['name'] : []),
      ...(SIGN_IN_NAME.test(signInName.trim().toLowerCase()) ? [] : ['signInName']),
      ...(phone === '' || /^1[3-9]\d{9}$/.test(phone) ? [] : ['phone']),
    ].map((field) => ({ field, text: t(`accounts.fault.${field}`) }));
    setMissing(wrong);
    if (wrong.length === 0 && organisationId && !create.isPending) create.mutate(organisationId);
  }

  return (
    <form className="sheet people-form" onSubmit={submit} noValidate aria-labelledby="new-account">
      <h2 id="new-account">{t('accounts.create')}</h2>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <HouseField
        faults={faults}
        value={organisationId}
        houses={houses.data?.rows ?? []}
        onSearch={find}
        onChange={setHouse}
      />
      <div className="two">
        <TextField
          id="name"
          label={t('accounts.name')}
          faults={faults}
          maxLength={60}
          value={name}
          onChange={setName}
        />
        <TextField
          id="signInName"
          label={t('accounts.signInName')}
          hint={t('accounts.signInNameHint')}
          faults={faults}
          maxLength={40}
          value={signInName}
          onChange={setSignInName}
        />
        <TextField
          id="phone"
          optional
          label={t('accounts.phone')}
          hint={t('accounts.phoneHint')}
          faults={faults}
          maxLength={11}
          value={phone}
          onChange={setPhone}
        />
      </div>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" aria-busy={create.isPending}>
          {t('accounts.submit')}
        </Button>
        <Button onClick={props.onCancel}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
