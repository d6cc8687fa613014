import {
  GRAMS_PER_KILOGRAM_DIGITS,
  LIABILITIES,
  LITRES_PER_CUBIC_METRE_DIGITS,
  POLLUTANTS,
  type AdmissionPlace,
  type Pollutant,
} from '@ludao/contracts';
import { Button, Checkbox, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { AmountInput } from '../../ui/desk/amount-input.tsx';
import { FaultSummary, type Fault } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { wrongIn, type AmountFault, type Application } from './application.ts';

/** The last step: how much, and the commitment. */
export function AmountsForm(props: {
  readonly place: AdmissionPlace;
  readonly application: Application;
  readonly busy: boolean;
  readonly onChange: (next: Application) => void;
  readonly onBack: () => void;
  readonly onSend: () => void;
}) {
  const { t, i18n } = useTranslation('admissions');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { place, application, onChange } = props;
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [isMore, setMore] = useState(false);
  const faultOf = (key: AmountFault) => faults.find(({ field }) => field === key)?.text;
  const set = (next: Partial<Application>) => {
    onChange({ ...application, ...next });
    setFaults([]);
  };
  const named = (place.eia?.envelope.totals ?? []).map(({ pollutant }) => pollutant);
  const others = (Object.keys(POLLUTANTS) as Pollutant[]).filter((one) => !named.includes(one));

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (props.busy) return;
    const wrong = wrongIn(application).map((field): Fault => ({
      field,
      text: t(`fault.${field}`),
    }));
    setFaults(wrong);
    if (wrong.length === 0) props.onSend();
  }

  const amount = (pollutant: Pollutant) => (
    <Field key={pollutant} id={`amount-${pollutant}`} label={POLLUTANTS[pollutant][language]}>
      {(wiring) => (
        <AmountInput
          wiring={wiring}
          digits={GRAMS_PER_KILOGRAM_DIGITS}
          unit={t('unit.grams')}
          value={application.amounts[pollutant] ?? null}
          onChange={(value) => set({ amounts: { ...application.amounts, [pollutant]: value } })}
        />
      )}
    </Field>
  );
  return (
    <form className="sheet pre-lease-form" onSubmit={submit} noValidate>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <h2>{t('form.amounts')}</h2>
      <p className="hint" id="amounts">
        {t('form.amountsHint')}
      </p>
      {faultOf('amounts') && <p className="fault">{faultOf('amounts')}</p>}
      <div className="amount-grid">
        {named.map(amount)}
        <Field id="amount-water" label={t('form.water')}>
          {(wiring) => (
            <AmountInput
              wiring={wiring}
              digits={LITRES_PER_CUBIC_METRE_DIGITS}
              unit={t('unit.water')}
              value={application.water}
              onChange={(water) => set({ water })}
            />
          )}
        </Field>
        {isMore && others.map(amount)}
      </div>
      {!isMore && (
        <Button type="link" onClick={() => setMore(true)}>
          {t('form.otherPollutants')}
        </Button>
      )}
      <h2>{t('commitment.title')}</h2>
      <ol className="commitment">
        {(['true', 'within', 'duties', 'change'] as const).map((key) => (
          <li key={key}>
            {t(`commitment.${key}`, {
              liability: place.eia ? LIABILITIES[place.eia.liability][language] : '',
            })}
          </li>
        ))}
      </ol>
      <Field id="representative" label={t('form.representative')} fault={faultOf('representative')}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={40}
            autoComplete="name"
            value={application.representative}
            onChange={(event) => set({ representative: event.target.value })}
          />
        )}
      </Field>
      <div className={faultOf('committed') ? 'check-line flagged' : 'check-line'}>
        <Checkbox
          id="committed"
          checked={application.committed}
          onChange={(event) => set({ committed: event.target.checked })}
        >
          {t('commitment.given')}
        </Checkbox>
        {faultOf('committed') && <p className="fault">{faultOf('committed')}</p>}
      </div>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" size="large" aria-busy={props.busy}>
          {t(props.busy ? 'form.sending' : 'form.send')}
        </Button>
        <Button size="large" onClick={props.onBack}>
          {t('form.back')}
        </Button>
      </div>
    </form>
  );
}
