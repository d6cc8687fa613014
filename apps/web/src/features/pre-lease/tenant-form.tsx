import type { UnitList } from '@ludao/contracts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { showCount } from '../../i18n/dates.ts';
import { CreditCodeField, useCreditCodeFault } from '../../ui/desk/credit-code-field.tsx';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { IndustryPicker } from '../../api/industry-picker.tsx';
import { wrongIn, type Tenant, type TenantField } from './tenant.ts';

type Unit = UnitList['units'][number];

/** The first step: which unit, who, and what they make. */
export function TenantForm(props: {
  readonly units: readonly Unit[];
  readonly tenant: Tenant;
  readonly onChange: (tenant: Tenant) => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('preLease');
  const { t: desk } = useTranslation('desk');
  const creditCodeFault = useCreditCodeFault();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const { units, tenant } = props;
  const faultOf = (field: TenantField) => faults.find((fault) => fault.field === field)?.text;
  const set = (next: Partial<Tenant>, field: TenantField) => {
    props.onChange({ ...tenant, ...next });
    setFaults((now) => now.filter((fault) => fault.field !== field));
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = wrongIn(tenant).map((field) => ({
      field,
      text:
        field === 'creditCode'
          ? (creditCodeFault(tenant.creditCode) ?? '')
          : t(`form.fault.${field}`),
    }));
    setFaults(wrong);
    if (wrong.length === 0) props.onDone();
  }

  const isLet = units.find(({ id }) => id === tenant.unitId)?.isLet ?? false;
  return (
    <form className="sheet pre-lease-form" onSubmit={submit} noValidate>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <Field
        id="unitId"
        label={t('form.unit')}
        hint={t('form.unitHint')}
        fault={faultOf('unitId')}
        note={isLet ? t('form.unitIsLet') : undefined}
      >
        {(wiring) => (
          <UnitSelect
            wiring={wiring}
            units={units}
            value={tenant.unitId}
            onChange={(unitId) => set({ unitId }, 'unitId')}
          />
        )}
      </Field>
      <Field
        id="tenantName"
        label={t('form.tenant')}
        hint={t('form.tenantHint')}
        fault={faultOf('tenantName')}
      >
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={100}
            autoComplete="off"
            value={tenant.name}
            onChange={(event) => set({ name: event.target.value }, 'tenantName')}
          />
        )}
      </Field>
      {!tenant.isFounding && (
        <CreditCodeField
          value={tenant.creditCode}
          fault={faultOf('creditCode')}
          onChange={(creditCode) => set({ creditCode }, 'creditCode')}
        />
      )}
      <p className="founding">
        <Checkbox
          checked={tenant.isFounding}
          onChange={(event) => set({ isFounding: event.target.checked }, 'creditCode')}
        >
          {t('form.founding')}
        </Checkbox>
      </p>
      <Field
        id="industries"
        label={t('form.industries')}
        hint={t('form.industriesHint')}
        fault={faultOf('industries')}
      >
        {(wiring) => (
          <IndustryPicker
            wiring={wiring}
            value={tenant.industries}
            onChange={(industries) => set({ industries }, 'industries')}
          />
        )}
      </Field>
      <div className="form-actions">
        <Button type="primary" size="large" htmlType="submit">
          {t('form.next')}
        </Button>
        <LinkButton to="/pre-lease">{desk('cancel')}</LinkButton>
      </div>
    </form>
  );
}

function UnitSelect(props: {
  readonly wiring: Parameters<Parameters<typeof Field>[0]['children']>[0];
  readonly units: readonly Unit[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}) {
  const { t, i18n } = useTranslation('preLease');
  const parks = [...new Set(props.units.map(({ park }) => park))];
  const label = ({ park, name, areaM2, isLet }: Unit) => {
    const area = showCount(areaM2, i18n.language);
    const words = t('form.unitOption', { name, area });
    return [parks.length > 1 ? `${park} ${words}` : words, isLet && t('form.let')]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <Select
      {...props.wiring}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('form.unitPlaceholder')}
      notFoundContent={t('form.unitNone')}
      options={parks.map((park) => ({
        label: park,
        options: props.units
          .filter((unit) => unit.park === park)
          .map((unit) => ({ value: unit.id, label: label(unit) })),
      }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}

/** Whoever lets nothing has nothing to check. */
export function NoUnits() {
  const { t } = useTranslation('preLease');
  return (
    <Notice tone="caution" title={t('form.noUnits')}>
      <p>{t('form.noUnitsText')}</p>
    </Notice>
  );
}
