import { ENVELOPE_LIMITS, POLLUTANTS, type Pollutant } from '@ludao/contracts';
import { Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { AmountInput } from '../../ui/desk/amount-input.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { RowEditor } from '../../ui/desk/row-editor.tsx';
import { CUBIC_METRE, KILOGRAM } from './amounts.ts';
import type { Draft, DraftFault } from './draft.ts';

/** How much the park may discharge in all, its distances, and what tenants may cite. */
export function TotalsFields(props: {
  readonly draft: Draft;
  readonly faultOf: (field: DraftFault) => string | undefined;
  readonly onChange: (next: Partial<Draft>) => void;
}) {
  const { t, i18n } = useTranslation('parkEia');
  const language = currentLanguage(i18n);
  const { draft, faultOf, onChange } = props;
  const fault = faultOf('totals');
  return (
    <section aria-labelledby="how-much">
      <h2 id="how-much">{t('form.howMuch')}</h2>
      <p className="hint">{t('form.howMuchHint')}</p>
      {fault && (
        <p className="fault" id="totals">
          {fault}
        </p>
      )}
      <div className="amount-grid">
        {(Object.keys(POLLUTANTS) as Pollutant[]).map((pollutant) => (
          <Field key={pollutant} id={`total-${pollutant}`} label={POLLUTANTS[pollutant][language]}>
            {(wiring) => (
              <AmountInput
                wiring={wiring}
                digits={KILOGRAM}
                unit={t('unit.grams')}
                value={draft.totals[pollutant] ?? null}
                onChange={(amount) =>
                  onChange({ totals: { ...draft.totals, [pollutant]: amount } })
                }
              />
            )}
          </Field>
        ))}
        <Field id="total-water" label={t('water')}>
          {(wiring) => (
            <AmountInput
              wiring={wiring}
              digits={CUBIC_METRE}
              unit={t('unit.water')}
              value={draft.water}
              onChange={(water) => onChange({ water })}
            />
          )}
        </Field>
      </div>
      <RowEditor
        id="distances"
        label={t('distances')}
        fault={faultOf('distances')}
        rows={draft.distances}
        most={ENVELOPE_LIMITS.distances}
        add={t('form.addDistance')}
        remove={(_, at) => t('form.remove', { what: `${t('distances')} ${at + 1}` })}
        make={() => ({ metres: null, to: '', text: '' })}
        onChange={(distances) => onChange({ distances })}
      >
        {(row, set) => (
          <>
            <label>
              <span className="cell-label">{t('distance.metres')}</span>
              <InputNumber
                min={1}
                max={10_000}
                precision={0}
                value={row.metres}
                onChange={(metres) => set({ metres })}
              />
            </label>
            <label>
              <span className="cell-label">{t('distance.to')}</span>
              <Input
                maxLength={100}
                value={row.to}
                onChange={(event) => set({ to: event.target.value })}
              />
            </label>
            <label className="wide">
              <span className="cell-label">{t('distance.text')}</span>
              <Input
                maxLength={500}
                value={row.text}
                onChange={(event) => set({ text: event.target.value })}
              />
            </label>
          </>
        )}
      </RowEditor>
      <RowEditor
        id="conclusions"
        label={t('conclusions')}
        hint={t('form.conclusionsHint')}
        rows={draft.conclusions}
        most={ENVELOPE_LIMITS.conclusions}
        add={t('form.addConclusion')}
        remove={(_, at) => t('form.remove', { what: `${t('conclusions')} ${at + 1}` })}
        make={() => ({ text: '' })}
        onChange={(conclusions) => onChange({ conclusions })}
      >
        {(row, set, at) => (
          <label className="wide">
            <span className="visually-hidden">{`${t('conclusions')} ${at + 1}`}</span>
            <Input
              maxLength={300}
              value={row.text}
              onChange={(event) => set({ text: event.target.value })}
            />
          </label>
        )}
      </RowEditor>
    </section>
  );
}
