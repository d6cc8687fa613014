import {
  DISTRICTS,
  KIND_NAMES,
  ORGANISATION_KINDS,
  ROUTES,
  type OrganisationKind,
  type OrganisationRow,
} from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { SelectField, TextField, useRefused } from '../fields.tsx';

/** Offices that have counties to answer for; the server holds the same list. */
const WITH_TERRITORY: readonly OrganisationKind[] = [
  'MUNICIPAL_EEB',
  'COUNTY_EEB',
  'COUNTY_GOV',
  'ECON_INFO_DEPT',
];

export function OrganisationForm(props: {
  readonly before: OrganisationRow | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const queries = useQueryClient();
  const { before } = props;
  const [kind, setKind] = useState<OrganisationKind | null>(before?.kind ?? null);
  const [name, setName] = useState(before?.name ?? '');
  const [creditCode, setCode] = useState(before?.creditCode ?? '');
  const [districtCode, setDistrict] = useState<string | null>(before?.districtCode ?? null);
  const [territory, setTerritory] = useState<readonly string[]>(before?.territory ?? []);
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const needsTerritory = kind !== null && WITH_TERRITORY.includes(kind);
  const save = useMutation({
    mutationFn: async (given: { kind: OrganisationKind; districtCode: string }) => {
      const body = {
        name,
        creditCode: creditCode.trim() || null,
        districtCode: given.districtCode,
        territory: needsTerritory ? [...territory] : [],
      };
      if (before === null) {
        await ask(ROUTES.enterOrganisation, { body: { ...body, kind: given.kind } });
        return;
      }
      const { id, version } = before;
      await ask(ROUTES.changeOrganisation, { params: { id }, body: { ...body, version } });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['organisations'] });
      props.onDone();
    },
  });
  const refused = useRefused(save.error);
  const faults = missing.length > 0 ? missing : refused;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = [
      ...(kind === null ? ['kind'] : []),
      ...(name.trim().length < 2 ? ['name'] : []),
      ...(districtCode === null ? ['districtCode'] : []),
    ].map((field) => ({ field, text: t(`houses.fault.${field}`) }));
    setMissing(wrong);
    if (wrong.length > 0 || kind === null || districtCode === null || save.isPending) return;
    save.mutate({ kind, districtCode });
  }

  const counties = Object.keys(DISTRICTS).map((value) => ({
    value,
    label: desk(`counties.${value}`),
  }));
  return (
    <form className="sheet people-form" onSubmit={submit} noValidate aria-labelledby="house">
      <h2 id="house">{t(before ? 'houses.edit' : 'houses.create')}</h2>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <div className="two">
        <SelectField
          id="kind"
          label={t('houses.kind')}
          hint={t('houses.kindHint')}
          faults={faults}
          disabled={before !== null}
          value={kind}
          options={KIND_NAMES.filter((value) => value !== 'ENTERPRISE').map((value) => ({
            value,
            label: ORGANISATION_KINDS[value][language],
          }))}
          onChange={(value) => setKind(value as OrganisationKind | null)}
        />
        <TextField
          id="name"
          label={t('houses.name')}
          faults={faults}
          maxLength={100}
          value={name}
          onChange={setName}
        />
        <TextField
          id="creditCode"
          optional
          label={t('houses.creditCode')}
          hint={t('houses.creditCodeHint')}
          faults={faults}
          maxLength={40}
          value={creditCode}
          onChange={setCode}
        />
        <SelectField
          id="districtCode"
          label={t('houses.district')}
          faults={faults}
          value={districtCode}
          options={counties}
          onChange={setDistrict}
        />
      </div>
      {needsTerritory && (
        <fieldset className="field" id="territory">
          <legend className="field-label">{t('houses.territory')}</legend>
          <Checkbox.Group
            value={[...territory]}
            options={counties}
            onChange={(codes) => setTerritory(codes.map(String))}
          />
        </fieldset>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" aria-busy={save.isPending}>
          {t(before ? 'houses.save' : 'houses.create')}
        </Button>
        <Button onClick={props.onCancel}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
