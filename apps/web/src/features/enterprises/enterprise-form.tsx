import { WASTEWATER_ROUTES, type WastewaterRoute } from '@ludao/contracts';
import { Button, Input, Select } from 'antd';
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
import { Choice, Fixed } from './form-parts.tsx';
import { ParkFields, type Notes } from './park-fields.tsx';
import { ApprovalFields, DischargeFields } from './profile-fields.tsx';
import { SiteFields } from './site-fields.tsx';
import { WasteFields } from './waste-fields.tsx';

/** Registering and changing ask for the same. What the server refuses comes in as `refused`. */
export function EnterpriseFormView(props: {
  readonly draft: Draft;
  readonly submit: string;
  readonly busy: boolean;
  readonly refused: readonly Fault[];
  readonly notes?: Notes;
  /** Fields that the person may read and not change. */
  readonly fixed?: readonly string[];
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
  const { draft, fixed = [] } = props;
  const isFixed = (key: DraftKey) => fixed.includes(key);
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

  const part = { draft, faultOf, notes, onChange: set };
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
        {isFixed('creditCode') ? (
          <Fixed label={t('creditCode')} value={draft.creditCode} />
        ) : (
          <CreditCodeField
            value={draft.creditCode}
            fault={faultOf('creditCode')}
            note={notes.creditCode}
            onChange={(creditCode) => set({ creditCode })}
          />
        )}
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
          {isFixed('districtCode') ? (
            <Fixed
              label={t('county')}
              value={desk(`counties.${draft.districtCode}`, {
                defaultValue: draft.districtCode ?? '',
              })}
            />
          ) : (
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
          )}
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
          {isFixed('parkId') ? (
            <>
              <Fixed label={t('park')} value={props.parkName ?? t('outside')} />
              <Fixed label={t('movedIn')} value={draft.movedIn ?? desk('none')} />
            </>
          ) : (
            <ParkFields
              draft={draft}
              byCounty={!isCountyOfPark}
              faultOf={faultOf}
              notes={notes}
              onChange={set}
            />
          )}
          {!isFixed('movedIn') && (
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
          )}
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
        <DischargeFields {...part} />
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
        <WasteFields {...part} />
      </section>
      <section aria-labelledby="approvals">
        <h2 id="approvals">{t('form.approvals')}</h2>
        <ApprovalFields {...part} />
        <SiteFields {...part} mayChoosePark={mayIn(session, 'read', 'park')} />
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
