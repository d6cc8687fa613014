import {
  BUILD_KINDS,
  FILING_LIMITS,
  IMPACTS,
  WAN_DIGITS,
  type FilingForm,
  type Impact,
} from '@ludao/contracts';
import { Checkbox, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import { AmountInput } from '../../../ui/desk/amount-input.tsx';
import type { Fault } from '../../../ui/desk/fault-summary.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { fieldId } from './field-id.ts';

interface PartProps {
  readonly form: FilingForm;
  readonly faults: readonly Fault[];
  readonly onChange: (next: Partial<FilingForm>) => void;
}

const faultIn = (faults: readonly Fault[], name: string) =>
  faults.find(({ field }) => field === fieldId(name))?.text;

/** What is built, how large, for how much, from when on. */
export function ProjectPart({ form, faults, onChange }: PartProps) {
  const { t, i18n } = useTranslation('cases');
  const language = currentLanguage(i18n);
  const amounts = [
    ['floorAreaM2', 0, 'm²'],
    ['investmentCents', WAN_DIGITS, t('form.unitWan')],
    ['environmentalInvestmentCents', WAN_DIGITS, t('form.unitWan')],
  ] as const;
  const nature = faultIn(faults, 'nature');
  return (
    <>
      <div className={nature ? 'field flagged' : 'field'} id={fieldId('nature')}>
        <span className="field-label" id="nature-label">
          {t('form.nature')}
        </span>
        <Radio.Group
          name="nature"
          aria-labelledby="nature-label"
          options={Object.entries(BUILD_KINDS).map(([value, words]) => ({
            value,
            label: words[language],
          }))}
          value={form.nature}
          onChange={(event) => onChange({ nature: event.target.value as FilingForm['nature'] })}
        />
        {nature && <p className="fault">{nature}</p>}
      </div>
      {amounts.map(([key, digits, unit]) => (
        <Field
          key={key}
          id={fieldId(key)}
          label={t(`form.${key}`)}
          hint={t(`form.hint.${key}`)}
          fault={faultIn(faults, key)}
        >
          {(wiring) => (
            <AmountInput
              wiring={wiring}
              digits={digits}
              unit={unit}
              value={form[key]}
              onChange={(amount) => onChange({ [key]: amount })}
            />
          )}
        </Field>
      ))}
      <Field
        id={fieldId('operationOn')}
        label={t('form.operationOn')}
        hint={t('form.hint.operationOn')}
        fault={faultIn(faults, 'operationOn')}
      >
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            value={form.operationOn ?? ''}
            onChange={(event) =>
              onChange({ operationOn: event.target.value === '' ? null : event.target.value })
            }
          />
        )}
      </Field>
      <Field
        id={fieldId('content')}
        label={t('form.content')}
        hint={t('form.hint.content', { limit: FILING_LIMITS.content })}
        fault={faultIn(faults, 'content')}
      >
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            rows={4}
            maxLength={FILING_LIMITS.content}
            value={form.content}
            onChange={(event) => onChange({ content: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** What comes out of it, what is done against it, and where it goes. */
export function ImpactsPart({ form, faults, onChange }: PartProps) {
  const { t, i18n } = useTranslation('cases');
  const language = currentLanguage(i18n);
  const { impacts } = form;
  const kinds = Object.keys(IMPACTS) as Impact[];
  function toggle(kind: Impact, isOn: boolean): void {
    const others = impacts.filter((one) => one.kind !== kind);
    const next = isOn ? [...others, { kind, measure: '', destination: '' }] : others;
    onChange({
      impacts: kinds.flatMap((one) => next.filter(({ kind: of }) => of === one)),
    });
  }
  function write(kind: Impact, said: { measure?: string; destination?: string }): void {
    onChange({ impacts: impacts.map((one) => (one.kind === kind ? { ...one, ...said } : one)) });
  }
  const none = faultIn(faults, 'impacts');
  return (
    <div id={fieldId('impacts')}>
      <p>{t('form.hint.impacts')}</p>
      {none && <p className="fault">{none}</p>}
      {kinds.map((kind) => {
        const said = impacts.find((one) => one.kind === kind);
        const name = IMPACTS[kind][language];
        const fault = faultIn(faults, `impacts.${kind}`);
        return (
          <div key={kind} className="impact" id={fieldId(`impacts.${kind}`)}>
            <Checkbox
              checked={said !== undefined}
              onChange={(event) => toggle(kind, event.target.checked)}
            >
              {name}
            </Checkbox>
            {said && (
              <div className={fault ? 'impact-said flagged' : 'impact-said'}>
                <label>
                  {t('form.measure')}
                  <Input
                    aria-label={t('form.measureOf', { impact: name })}
                    maxLength={FILING_LIMITS.measure}
                    value={said.measure}
                    onChange={(event) => write(kind, { measure: event.target.value })}
                  />
                </label>
                <label>
                  {t('form.destination')}
                  <Input
                    aria-label={t('form.destinationOf', { impact: name })}
                    maxLength={FILING_LIMITS.destination}
                    value={said.destination}
                    onChange={(event) => write(kind, { destination: event.target.value })}
                  />
                </label>
                {fault && <p className="fault">{fault}</p>}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Who answers for it, and who is called. */
export function PeoplePart({ form, faults, onChange }: PartProps) {
  const { t } = useTranslation('cases');
  const fields = [
    ['legalRepresentative', FILING_LIMITS.name],
    ['contact', FILING_LIMITS.name],
    ['phone', FILING_LIMITS.phone],
  ] as const;
  return (
    <>
      <p>{t('form.hint.people')}</p>
      {fields.map(([key, limit]) => (
        <Field key={key} id={fieldId(key)} label={t(`form.${key}`)} fault={faultIn(faults, key)}>
          {(wiring) => (
            <Input
              {...wiring}
              autoComplete="off"
              {...(key === 'phone' && { inputMode: 'tel' as const })}
              maxLength={limit}
              value={form[key]}
              onChange={(event) => onChange({ [key]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}
