import { LIABILITIES, type Liability, type ParkEiaPlaces } from '@ludao/contracts';
import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FileUpload } from '../../api/file-upload.tsx';
import { currentLanguage } from '../../i18n/index.ts';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { wrongIn, type Draft, type DraftFault } from './draft.ts';
import { EnvelopeFields } from './envelope-fields.tsx';
import { TotalsFields } from './totals-fields.tsx';

/** Preparing a park-wide EIA: what it is, what it allows, how much in all. */
export function EiaForm(props: {
  readonly draft: Draft;
  /** Empty where the park is settled. */
  readonly parks: ParkEiaPlaces['parks'];
  readonly submit: string;
  readonly busy: boolean;
  readonly refused: readonly Fault[];
  readonly cancel: ReactNode;
  readonly onChange: (next: Draft) => void;
  readonly onSubmit: () => void;
}) {
  const { t, i18n } = useTranslation('parkEia');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { draft, parks } = props;
  const [missing, setMissing] = useState<readonly Fault[]>([]);
  const faults = missing.length > 0 ? missing : props.refused;
  const faultOf = (key: DraftFault) => faults.find(({ field }) => field === key)?.text;
  const set = (next: Partial<Draft>) => {
    props.onChange({ ...draft, ...next });
    setMissing([]);
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (props.busy) return;
    const wrong = wrongIn(draft).map((field): Fault => ({ field, text: t(`fault.${field}`) }));
    setMissing(wrong);
    if (wrong.length === 0) props.onSubmit();
  }

  return (
    <form className="sheet enterprise-form" onSubmit={submit} noValidate>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <section aria-labelledby="what">
        <h2 id="what">{t('form.what')}</h2>
        {parks.length > 0 && (
          <Field id="parkId" label={t('park')} fault={faultOf('parkId')}>
            {(wiring) => (
              <Select
                {...wiring}
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t('form.choosePark')}
                options={parks.map(({ id, name }) => ({ value: id, label: name }))}
                value={draft.parkId}
                onChange={(parkId: string) => set({ parkId })}
              />
            )}
          </Field>
        )}
        <Field id="title" label={t('name')} hint={t('form.titleHint')} fault={faultOf('title')}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={100}
              value={draft.title}
              onChange={(event) => set({ title: event.target.value })}
            />
          )}
        </Field>
        {parks.length > 0 && (
          <Checkbox
            checked={draft.historical}
            onChange={(event) => set({ historical: event.target.checked })}
          >
            {t('form.historical')}
          </Checkbox>
        )}
        <fieldset className="field">
          <legend className="field-label">{t('liability')}</legend>
          <p className="hint">{t('form.liabilityHint')}</p>
          <Radio.Group
            value={draft.liability}
            onChange={(event) => set({ liability: event.target.value as Liability })}
            options={(Object.keys(LIABILITIES) as Liability[]).map((value) => ({
              value,
              label: LIABILITIES[value][language],
            }))}
          />
        </fieldset>
        <Field id="preparer" label={t('preparer')} optional={desk('optional')}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={100}
              value={draft.preparer}
              onChange={(event) => set({ preparer: event.target.value })}
            />
          )}
        </Field>
        <Field id="summary" label={t('summary')} optional={desk('optional')}>
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              rows={4}
              maxLength={2000}
              value={draft.summary}
              onChange={(event) => set({ summary: event.target.value })}
            />
          )}
        </Field>
        <FileUpload
          id="report"
          label={t('report')}
          optional={t(draft.historical ? 'form.reportIfAny' : 'form.reportBeforeSubmitting')}
          purpose="park-eia-report"
          files={draft.report}
          onChange={(report) => set({ report })}
        />
      </section>
      <EnvelopeFields draft={draft} faultOf={faultOf} onChange={set} />
      <TotalsFields draft={draft} faultOf={faultOf} onChange={set} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" size="large" aria-busy={props.busy}>
          {props.submit}
        </Button>
        {props.cancel}
      </div>
    </form>
  );
}
