import {
  EIA_DOCUMENTS,
  GRAMS_PER_KILOGRAM_DIGITS,
  LITRES_PER_CUBIC_METRE_DIGITS,
  PERMIT_CATEGORIES,
  POLLUTANTS,
  PROFILE_LIMITS,
  type EiaDocument,
  type PermitCategory,
  type Pollutant,
} from '@ludao/contracts';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { AmountInput } from '../../ui/desk/amount-input.tsx';
import { Field } from '../../ui/desk/field.tsx';
import { RowEditor } from '../../ui/desk/row-editor.tsx';
import type { Draft, DraftKey } from './form.ts';
import type { Notes } from './park-fields.tsx';

export interface Part {
  readonly draft: Draft;
  readonly faultOf: (key: DraftKey) => string | undefined;
  readonly notes: Notes;
  readonly onChange: (next: Partial<Draft>) => void;
}

/** Permit, wastewater and main pollutants. */
export function DischargeFields({ draft, faultOf, notes, onChange }: Part) {
  const { t, i18n } = useTranslation('profile');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const optional = desk('optional');
  const free = (Object.keys(POLLUTANTS) as Pollutant[]).filter(
    (key) => !draft.pollutants.some(({ pollutant }) => pollutant === key),
  );
  return (
    <>
      <div className="two">
        <Field
          id="permitCategory"
          label={t('permitCategory')}
          optional={optional}
          fault={faultOf('permitCategory')}
          note={notes.permitCategory}
        >
          {(wiring) => (
            <Select
              {...wiring}
              allowClear
              options={(Object.keys(PERMIT_CATEGORIES) as PermitCategory[]).map((value) => ({
                value,
                label: PERMIT_CATEGORIES[value][language],
              }))}
              value={draft.permitCategory}
              onChange={(chosen: PermitCategory | undefined) =>
                onChange({ permitCategory: chosen ?? null })
              }
            />
          )}
        </Field>
        <Field
          id="permitNumber"
          label={t('permitNumber')}
          optional={optional}
          hint={t('permitNumberHint')}
          fault={faultOf('permitNumber')}
          note={notes.permitNumber}
        >
          {(wiring) => (
            <Input
              {...wiring}
              className="credit-code"
              autoComplete="off"
              maxLength={30}
              value={draft.permitNumber ?? ''}
              onChange={(event) =>
                onChange({ permitNumber: event.target.value.trim().toUpperCase() || null })
              }
            />
          )}
        </Field>
        <Field
          id="permitValidTo"
          label={t('permitValidTo')}
          optional={optional}
          fault={faultOf('permitValidTo')}
          note={notes.permitValidTo}
        >
          {(wiring) => (
            <Input
              {...wiring}
              type="date"
              value={draft.permitValidTo ?? ''}
              onChange={(event) => onChange({ permitValidTo: event.target.value || null })}
            />
          )}
        </Field>
        <Field
          id="wastewaterLitresPerYear"
          label={t('wastewaterLitresPerYear')}
          optional={optional}
          fault={faultOf('wastewaterLitresPerYear')}
          note={notes.wastewaterLitresPerYear}
        >
          {(wiring) => (
            <AmountInput
              wiring={wiring}
              digits={LITRES_PER_CUBIC_METRE_DIGITS}
              unit={t('perYear.cubicMetres')}
              value={draft.wastewaterLitresPerYear}
              onChange={(litres) => onChange({ wastewaterLitresPerYear: litres })}
            />
          )}
        </Field>
      </div>
      <RowEditor
        id="pollutants"
        label={t('pollutants')}
        hint={t('pollutantsHint')}
        fault={faultOf('pollutants')}
        note={notes.pollutants}
        rows={draft.pollutants}
        most={Object.keys(POLLUTANTS).length}
        add={t('addPollutant')}
        remove={({ pollutant }) => t('remove', { what: POLLUTANTS[pollutant][language] })}
        make={() => ({ pollutant: free[0] ?? 'COD', gramsPerYear: 0 })}
        onChange={(pollutants) => onChange({ pollutants })}
      >
        {({ pollutant, gramsPerYear }, set) => (
          <>
            <div className="cell">
              <span className="cell-label">{t('pollutant')}</span>
              <Select
                aria-label={t('pollutant')}
                options={(Object.keys(POLLUTANTS) as Pollutant[])
                  .filter((key) => key === pollutant || free.includes(key))
                  .map((value) => ({ value, label: POLLUTANTS[value][language] }))}
                value={pollutant}
                onChange={(chosen: Pollutant) => set({ pollutant: chosen })}
              />
            </div>
            <div className="cell">
              <span className="cell-label">{t('amount')}</span>
              <AmountInput
                wiring={{
                  'aria-label': t('amountOf', { what: POLLUTANTS[pollutant][language] }),
                }}
                digits={GRAMS_PER_KILOGRAM_DIGITS}
                unit={t('perYear.kilograms')}
                value={gramsPerYear === 0 ? null : gramsPerYear}
                onChange={(grams) => set({ gramsPerYear: grams ?? 0 })}
              />
            </div>
          </>
        )}
      </RowEditor>
    </>
  );
}

/** Approvals and filings of environmental impact assessment that are on record. */
export function ApprovalFields({ draft, faultOf, notes, onChange }: Part) {
  const { t, i18n } = useTranslation('profile');
  const language = currentLanguage(i18n);
  return (
    <RowEditor
      id="eiaApprovals"
      label={t('eiaApprovals')}
      hint={t('eiaApprovalsHint')}
      fault={faultOf('eiaApprovals')}
      note={notes.eiaApprovals}
      rows={draft.eiaApprovals}
      most={PROFILE_LIMITS.approvals}
      add={t('addApproval')}
      remove={({ project }, at) => t('remove', { what: project || t('rowNumber', { at: at + 1 }) })}
      make={() => ({
        project: '',
        document: 'FORM' as const,
        number: '',
        approvedOn: '',
        acceptedOn: null,
      })}
      onChange={(eiaApprovals) => onChange({ eiaApprovals })}
    >
      {({ project, document, number, approvedOn, acceptedOn }, set) => (
        <>
          <label className="wide">
            <span className="cell-label">{t('project')}</span>
            <Input
              maxLength={100}
              value={project}
              onChange={(event) => set({ project: event.target.value })}
            />
          </label>
          <div className="cell">
            <span className="cell-label">{t('document')}</span>
            <Select
              aria-label={t('document')}
              options={(Object.keys(EIA_DOCUMENTS) as EiaDocument[]).map((value) => ({
                value,
                label: EIA_DOCUMENTS[value][language],
              }))}
              value={document}
              onChange={(chosen: EiaDocument) => set({ document: chosen })}
            />
          </div>
          <label>
            <span className="cell-label">{t('number')}</span>
            <Input
              maxLength={60}
              value={number}
              onChange={(event) => set({ number: event.target.value })}
            />
          </label>
          <label>
            <span className="cell-label">{t('approvedOn')}</span>
            <Input
              type="date"
              value={approvedOn}
              onChange={(event) => set({ approvedOn: event.target.value })}
            />
          </label>
          <label>
            <span className="cell-label">{t('acceptedOn')}</span>
            <Input
              type="date"
              value={acceptedOn ?? ''}
              onChange={(event) => set({ acceptedOn: event.target.value || null })}
            />
          </label>
        </>
      )}
    </RowEditor>
  );
}
