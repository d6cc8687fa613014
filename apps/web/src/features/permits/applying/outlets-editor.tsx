import {
  CONCENTRATION_UNITS,
  OUTLET_KINDS,
  PERMIT_LIMITS,
  type ConcentrationUnit,
  type Outlet,
  type OutletKind,
} from '@ludao/contracts';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { RowEditor } from '../../../ui/desk/row-editor.tsx';
import { nextOutlet } from '../draft.ts';

/** Outlets, each with its pollutants: permitted concentration, unit and standard. */
export function OutletsEditor(props: {
  readonly outlets: readonly Outlet[];
  readonly fault: string | undefined;
  readonly onChange: (outlets: Outlet[]) => void;
}) {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const { outlets, fault, onChange } = props;
  const set = (at: number, next: Partial<Outlet>) =>
    onChange(outlets.map((one, index) => (index === at ? { ...one, ...next } : one)));
  return (
    <div
      className={fault ? 'field outlets-editor flagged' : 'field outlets-editor'}
      id="outlets"
      role="group"
      aria-labelledby="outlets-label"
    >
      <span className="field-label" id="outlets-label">
        {t('content.outlets')}
      </span>
      <div className="hint">{t('form.outletsHint')}</div>
      {outlets.map((outlet, at) => (
        <fieldset key={at} className="outlet">
          <legend>
            <span className="code">{outlet.code}</span> {outlet.name}
          </legend>
          <div className="outlet-head">
            <label>
              <span className="cell-label">{t('form.outletCode')}</span>
              <Input
                className="code"
                maxLength={5}
                value={outlet.code}
                onChange={({ target }) => set(at, { code: target.value.trim().toUpperCase() })}
              />
            </label>
            <div className="cell">
              <span className="cell-label">{t('form.outletKind')}</span>
              <Select
                aria-label={t('form.outletKind')}
                options={(Object.keys(OUTLET_KINDS) as OutletKind[]).map((value) => ({
                  value,
                  label: OUTLET_KINDS[value][language],
                }))}
                value={outlet.kind}
                onChange={(kind: OutletKind) =>
                  set(at, {
                    kind,
                    code: nextOutlet(
                      outlets.filter((_, i) => i !== at),
                      kind,
                    ).code,
                  })
                }
              />
            </div>
            <label className="grow">
              <span className="cell-label">{t('form.outletName')}</span>
              <Input
                maxLength={60}
                value={outlet.name}
                onChange={({ target }) => set(at, { name: target.value })}
              />
            </label>
            <Button
              aria-label={t('form.remove', { what: outlet.code })}
              title={t('form.remove', { what: outlet.code })}
              icon={<Icon name="close" size={16} />}
              onClick={() => onChange(outlets.filter((_, index) => index !== at))}
            />
          </div>
          <RowEditor
            id={`outlet-${at}`}
            label={t('form.outletPollutants')}
            rows={outlet.pollutants}
            most={PERMIT_LIMITS.pollutants}
            add={t('form.addPollutant')}
            remove={({ name }) => t('form.remove', { what: name || t('content.pollutant') })}
            make={() => ({
              name: '',
              concentration: null,
              unit: outlet.kind.startsWith('AIR') ? ('MG_M3' as const) : ('MG_L' as const),
              standard: outlet.pollutants[outlet.pollutants.length - 1]?.standard ?? '',
            })}
            onChange={(pollutants) => set(at, { pollutants })}
          >
            {({ name, concentration, unit, standard }, change) => (
              <>
                <label>
                  <span className="cell-label">{t('content.pollutant')}</span>
                  <Input
                    maxLength={60}
                    value={name}
                    onChange={({ target }) => change({ name: target.value })}
                  />
                </label>
                <label>
                  <span className="cell-label">{t('content.concentration')}</span>
                  <Input
                    inputMode="decimal"
                    maxLength={20}
                    value={concentration ?? ''}
                    onChange={({ target }) =>
                      change({ concentration: target.value.trim() === '' ? null : target.value })
                    }
                  />
                </label>
                <div className="cell">
                  <span className="cell-label">{t('form.unit')}</span>
                  <Select
                    aria-label={t('form.unit')}
                    options={(Object.keys(CONCENTRATION_UNITS) as ConcentrationUnit[]).map(
                      (value) => ({ value, label: CONCENTRATION_UNITS[value][language] }),
                    )}
                    value={unit}
                    onChange={(chosen: ConcentrationUnit) => change({ unit: chosen })}
                  />
                </div>
                <label className="wide">
                  <span className="cell-label">{t('content.standard')}</span>
                  <Input
                    maxLength={120}
                    value={standard}
                    onChange={({ target }) => change({ standard: target.value })}
                  />
                </label>
              </>
            )}
          </RowEditor>
        </fieldset>
      ))}
      {outlets.length < PERMIT_LIMITS.outlets && (
        <Button
          icon={<Icon name="plus" size={16} />}
          onClick={() => onChange([...outlets, nextOutlet(outlets, 'AIR_ORGANISED')])}
        >
          {t('form.addOutlet')}
        </Button>
      )}
      {fault && (
        <p className="fault">
          <Icon name="warn" size={16} />
          {fault}
        </p>
      )}
    </div>
  );
}
