import { WASTEWATER_ROUTES, type WastewaterRoute } from '@ludao/contracts';
import { Button, Input, Radio, Select } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mayIn, useSession } from '../../api/session.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { CreditCodeField, useCreditCodeFault } from '../../ui/desk/credit-code-field.tsx';
import { useFactName } from './fact-value.tsx';
import { wrongIn, type Draft, type DraftKey } from './form.ts';
import { IndustryPicker } from '../../api/industry-picker.tsx';
import { ParkFields, type Notes } from './park-fields.tsx';

/** Registering and changing ask for the same. What the server refuses comes in as `refused`. */
export function EnterpriseFormView(props: {
  readonly draft: Draft;
  readonly submit: string;
  readonly busy: boolean;
  readonly refused: readonly Fault[];
  readonly notes?: Notes;
  readonly cancel: ReactNode;
  readonly parkName?: string | undefined;
  readonly onChange: (next: Draft) => void;
  readonly onSubmit: () => void;
}) {
  const { t, i18n } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const factName = useFactName();
  const creditCodeFault = useCreditCodeFault();
  const { draft } = props;
  const isCountyOfPark = session.districts.length === 0;
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const faults = missing.length > 0 ? missing : props.refused;
  const faultOf = (key: DraftKey) => faults.find(({ field }) => field === key)?.text;
  const notes = props.notes ?? {};
  const set = (next: Partial<Draft>) => {
    props.onChange({ ...draft, ...next });
    setMissing((now) => now.filter(({ field }) => field === null || !(field in next)));
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (props.busy) return;
    const wrong = wrongIn(draft).map((key): Fault => {
      if (key === 'creditCode')
        return { field: key, text: creditCodeFault(draft.creditCode) ?? '' };
      // Whoever has no county of his own gets it with the park.
      const field = key === 'districtCode' && isCountyOfPark ? 'parkId' : key;
      return { field, text: t(`form.fault.${field}`) };
    });
    setMissing(wrong);
    if (wrong.length === 0) props.onSubmit();
  }

  const counties = [...new Set([...session.districts, draft.districtCode ?? []].flat())].map(
    (value) => ({ value, label: desk(`counties.${value}`, { defaultValue: value }) }),
  );
  return (
    <form className="sheet enterprise-form" onSubmit={submit} noValidate>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <section aria-labelledby="identity">
        <h2 id="identity">{t('form.identity')}</h2>
        <Field id="name" label={t('name')} fault={faultOf('name')} note={notes.name}>
          {(wiring) => (
            <Input
              {...wiring}
              autoComplete="organization"
              maxLength={100}
              value={draft.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <CreditCodeField
          value={draft.creditCode}
          fault={faultOf('creditCode')}
          note={notes.creditCode}
          onChange={(creditCode) => set({ creditCode })}
        />
        <Field
          id="industries"
          label={t('industries')}
          hint={t('form.industriesHint')}
          fault={faultOf('industries')}
          note={notes.industries}
        >
          {(wiring) => (
            <IndustryPicker
              wiring={wiring}
              value={draft.industries}
              onChange={(industries) => set({ industries })}
            />
          )}
        </Field>
      </section>
      <section aria-labelledby="place">
        <h2 id="place">{t('form.place')}</h2>
        <div className="two">
          <Field
            id="districtCode"
            label={t('county')}
            hint={isCountyOfPark ? t('form.countyOfPark') : undefined}
            fault={faultOf('districtCode')}
            note={notes.districtCode}
          >
            {(wiring) => (
              <Select
                {...wiring}
                disabled={isCountyOfPark}
                options={counties}
                value={draft.districtCode}
                onChange={(districtCode: string) =>
                  set({ districtCode, parkId: null, unitId: null })
                }
              />
            )}
          </Field>
          <Field
            id="address"
            label={t('address')}
            optional={desk('optional')}
            fault={faultOf('address')}
            note={notes.address}
          >
            {(wiring) => (
              <Input
                {...wiring}
                maxLength={200}
                value={draft.address}
                onChange={(event) => set({ address: event.target.value })}
              />
            )}
          </Field>
          {mayIn(session, 'read', 'park') ? (
            <ParkFields
              draft={draft}
              byCounty={!isCountyOfPark}
              faultOf={faultOf}
              notes={notes}
              onChange={set}
            />
          ) : (
            <p className="fixed-park">
              <strong>{t('park')}</strong> {props.parkName ?? t('outside')}
              <br />
              <span className="hint">{t('form.parkFixed')}</span>
            </p>
          )}
          <Field
            id="movedIn"
            label={t('movedIn')}
            optional={desk('optional')}
            fault={faultOf('movedIn')}
            note={notes.movedIn}
          >
            {(wiring) => (
              <Input
                {...wiring}
                type="date"
                value={draft.movedIn ?? ''}
                onChange={(event) => set({ movedIn: event.target.value || null })}
              />
            )}
          </Field>
        </div>
      </section>
      <section aria-labelledby="environment">
        <h2 id="environment">{t('form.environment')}</h2>
        <Choice
          name="wastewater"
          label={factName('wastewater')}
          note={notes.wastewater}
          options={(Object.keys(WASTEWATER_ROUTES) as WastewaterRoute[]).map((value) => ({
            value,
            label: WASTEWATER_ROUTES[value][currentLanguage(i18n)],
          }))}
          value={draft.wastewater}
          onChange={(wastewater) => set({ wastewater })}
        />
        <Choice
          name="hazardousWaste"
          label={factName('hazardousWaste')}
          note={notes.hazardousWaste}
          options={[
            { value: true, label: desk('yes') },
            { value: false, label: desk('no') },
          ]}
          value={draft.hazardousWaste}
          onChange={(hazardousWaste) => set({ hazardousWaste })}
        />
      </section>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" aria-busy={props.busy}>
          {props.busy ? t('form.busy') : props.submit}
        </Button>
        {props.cancel}
      </div>
    </form>
  );
}

/** A few options and 「未填报」, which is an answer too. */
function Choice<Value extends string | boolean>(props: {
  readonly name: string;
  readonly label: string;
  readonly note: ReactNode;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}) {
  const { t } = useTranslation('desk');
  const labelId = `${props.name}-label`;
  return (
    <div className="field" id={props.name}>
      <span className="field-label" id={labelId}>
        {props.label}
        <span className="optional">{t('optional')}</span>
      </span>
      <Radio.Group
        name={props.name}
        aria-labelledby={labelId}
        options={[...props.options, { value: 'unknown', label: t('unknown') }].map((option) => ({
          ...option,
          value: String(option.value),
        }))}
        value={String(props.value ?? 'unknown')}
        onChange={(event) => {
          const chosen: unknown = event.target.value;
          const option = props.options.find(({ value }) => String(value) === chosen);
          props.onChange(option?.value ?? null);
        }}
      />
      {props.note && <div className="field-note">{props.note}</div>}
    </div>
  );
}
