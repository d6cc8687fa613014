import {
  LITRES_PER_CUBIC_METRE_DIGITS,
  PARK_KINDS,
  WASTEWATER_ROUTES,
  type ParkKind,
  type WastewaterRoute,
} from '@ludao/contracts';
import { Button, Input, Select } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { AmountInput } from '../../ui/desk/amount-input.tsx';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { wrongIn, type ParkDraft, type ParkKey } from './park-draft.ts';
import { PartnerPicker } from './partner-picker.tsx';

/** Entering and changing a park ask for the same. What the server refuses comes in as `refused`. */
export function ParkFormView(props: {
  readonly draft: ParkDraft;
  readonly submit: string;
  readonly busy: boolean;
  readonly refused: readonly Fault[];
  /** The county of a park on record stays. */
  readonly isNew: boolean;
  readonly cancel: ReactNode;
  readonly onChange: (next: ParkDraft) => void;
  readonly onSubmit: () => void;
}) {
  const { t, i18n } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const { districts } = useSession();
  const language = currentLanguage(i18n);
  const { draft } = props;
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const faults = missing.length > 0 ? missing : props.refused;
  const faultOf = (key: ParkKey) => faults.find(({ field }) => field === key)?.text;
  const set = (next: Partial<ParkDraft>) => {
    props.onChange({ ...draft, ...next });
    setMissing((now) => now.filter(({ field }) => field === null || !(field in next)));
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (props.busy) return;
    const wrong = wrongIn(draft).map((field): Fault => ({ field, text: t(`edit.fault.${field}`) }));
    setMissing(wrong);
    if (wrong.length === 0) props.onSubmit();
  }

  const text = (key: 'name' | 'address' | 'sharedFacilities', most: number, hint?: string) => (
    <Field
      id={key}
      label={t(key)}
      optional={key === 'name' ? undefined : desk('optional')}
      hint={hint}
      fault={faultOf(key)}
    >
      {(wiring) => (
        <Input
          {...wiring}
          maxLength={most}
          value={draft[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  const degrees = (key: 'longitude' | 'latitude', example: string) => (
    <Field
      id={key}
      label={t(`edit.${key}`)}
      optional={desk('optional')}
      hint={t('edit.degreesHint', { example })}
      fault={faultOf(key)}
    >
      {(wiring) => (
        <Input
          {...wiring}
          inputMode="decimal"
          value={draft[key] ?? ''}
          onChange={(event) => set({ [key]: event.target.value.trim() || null })}
        />
      )}
    </Field>
  );
  const partner = (key: 'operator' | 'legalEntity') => (
    <Field id={key} label={t(key)} optional={desk('optional')} fault={faultOf(key)}>
      {(wiring) => (
        <PartnerPicker
          wiring={wiring}
          kinds={['PARK_OWNER', 'PARK_LEGAL_ENTITY']}
          value={draft[key]}
          onChange={(chosen) => set({ [key]: chosen })}
        />
      )}
    </Field>
  );
  const counties = [...new Set([...districts, draft.districtCode ?? []].flat())];
  return (
    <form className="sheet enterprise-form" onSubmit={submit} noValidate>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <section aria-labelledby="identity">
        <h2 id="identity">{t('facts')}</h2>
        {text('name', 100)}
        <div className="two">
          <Field id="kind" label={t('kind')} fault={faultOf('kind')}>
            {(wiring) => (
              <Select
                {...wiring}
                options={(Object.keys(PARK_KINDS) as ParkKind[]).map((value) => ({
                  value,
                  label: PARK_KINDS[value][language],
                }))}
                value={draft.kind}
                onChange={(kind: ParkKind) => set({ kind })}
              />
            )}
          </Field>
          <Field id="districtCode" label={t('county')} fault={faultOf('districtCode')}>
            {(wiring) => (
              <Select
                {...wiring}
                disabled={!props.isNew}
                options={counties.map((value) => ({
                  value,
                  label: desk(`counties.${value}`, { defaultValue: value }),
                }))}
                value={draft.districtCode}
                onChange={(districtCode: string) => set({ districtCode })}
              />
            )}
          </Field>
        </div>
        {text('address', 200)}
        <div className="two">
          {degrees('longitude', '120.5833')}
          {degrees('latitude', '30.0083')}
        </div>
      </section>
      <section aria-labelledby="partners">
        <h2 id="partners">{t('edit.partners')}</h2>
        <div className="two">
          {partner('operator')}
          {partner('legalEntity')}
        </div>
      </section>
      <section aria-labelledby="water">
        <h2 id="water">{t('edit.water')}</h2>
        <div className="two">
          <Field
            id="wastewater"
            label={t('wastewater')}
            optional={desk('optional')}
            fault={faultOf('wastewater')}
          >
            {(wiring) => (
              <Select
                {...wiring}
                allowClear
                options={(Object.keys(WASTEWATER_ROUTES) as WastewaterRoute[]).map((value) => ({
                  value,
                  label: WASTEWATER_ROUTES[value][language],
                }))}
                value={draft.wastewater}
                onChange={(chosen: WastewaterRoute | undefined) =>
                  set({ wastewater: chosen ?? null })
                }
              />
            )}
          </Field>
          <Field
            id="plantLitresPerDay"
            label={t('plantLitresPerDay')}
            optional={desk('optional')}
            fault={faultOf('plantLitresPerDay')}
          >
            {(wiring) => (
              <AmountInput
                wiring={wiring}
                digits={LITRES_PER_CUBIC_METRE_DIGITS}
                unit={t('edit.cubicMetresPerDay')}
                value={draft.plantLitresPerDay}
                onChange={(plantLitresPerDay) => set({ plantLitresPerDay })}
              />
            )}
          </Field>
          <Field
            id="rainSewageApart"
            label={t('rainSewageApart')}
            optional={desk('optional')}
            fault={faultOf('rainSewageApart')}
          >
            {(wiring) => (
              <Select
                {...wiring}
                allowClear
                options={[
                  { value: 'yes', label: t('edit.apart') },
                  { value: 'no', label: t('edit.together') },
                ]}
                value={draft.rainSewageApart === null ? null : draft.rainSewageApart ? 'yes' : 'no'}
                onChange={(chosen: string | undefined) =>
                  set({ rainSewageApart: chosen === undefined ? null : chosen === 'yes' })
                }
              />
            )}
          </Field>
        </div>
        {text('sharedFacilities', 300, t('edit.sharedHint'))}
      </section>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" aria-busy={props.busy}>
          {props.busy ? t('edit.busy') : props.submit}
        </Button>
        {props.cancel}
      </div>
    </form>
  );
}
