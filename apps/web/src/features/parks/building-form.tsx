import { ROUTES, type BuildingForm as Form, type ParkDetail } from '@ludao/contracts';
import { Button, Input, InputNumber } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { Field } from '../../ui/desk/field.tsx';
import { RowEditor } from '../../ui/desk/row-editor.tsx';
import { ParkProblem } from './park-problem.tsx';
import { chosenOf, PartnerPicker, type Chosen } from './partner-picker.tsx';
import { useParkChange } from './use-park-change.ts';

type Building = ParkDetail['buildings'][number];
type UnitDraft = Omit<Form['units'][number], 'areaM2'> & { readonly areaM2: number | null };

/** A building with its units, entered or changed as a whole. What ends keeps its last day. */
export function BuildingForm(props: {
  readonly park: ParkDetail;
  readonly building: Building | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const { park, building } = props;
  const [name, setName] = useState(building?.name ?? '');
  const [storeys, setStoreys] = useState(building?.storeys ?? null);
  const [areaM2, setAreaM2] = useState(building?.areaM2 ?? null);
  const [endedOn, setEndedOn] = useState(building?.endedOn ?? null);
  const [landlord, setLandlord] = useState<Chosen | null>(() =>
    building?.landlordId
      ? chosenOf({ id: building.landlordId, name: building.landlord ?? '…' })
      : null,
  );
  const [units, setUnits] = useState<readonly UnitDraft[]>(building?.units ?? []);
  const [fault, setFault] = useState<{ readonly name?: string; readonly units?: string }>({});
  const save = useParkChange(
    park.id,
    () =>
      ask(ROUTES.saveBuilding, {
        params: { id: park.id },
        body: {
          version: park.version,
          building: {
            id: building?.id ?? null,
            name,
            storeys,
            areaM2,
            landlord: landlord?.choice ?? null,
            endedOn,
            units: units.map((unit) => ({ ...unit, areaM2: unit.areaM2 ?? 0 })),
          },
        },
      }),
    props.onClose,
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    const isWrong = units.some((unit) => unit.name.trim() === '' || (unit.areaM2 ?? 0) < 1);
    const wrong = {
      ...(name.trim() === '' && { name: t('edit.fault.building') }),
      ...(isWrong && { units: t('edit.fault.units') }),
    };
    setFault(wrong);
    if (Object.keys(wrong).length === 0 && !save.isPending) save.mutate();
  }

  const id = building?.id ?? 'new';
  return (
    <form className="inline-form" onSubmit={submit} noValidate aria-label={t('edit.building')}>
      <ParkProblem error={save.error} parkId={park.id} onReset={() => save.reset()} />
      <div className="two">
        <Field id={`building-name-${id}`} label={t('edit.buildingName')} fault={fault.name}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field
          id={`building-landlord-${id}`}
          label={t('edit.landlord')}
          optional={desk('optional')}
        >
          {(wiring) => (
            <PartnerPicker
              wiring={wiring}
              kinds={['LANDLORD', 'PARK_OWNER', 'PARK_LEGAL_ENTITY']}
              value={landlord}
              onChange={setLandlord}
            />
          )}
        </Field>
        <Field id={`building-storeys-${id}`} label={t('edit.storeys')} optional={desk('optional')}>
          {(wiring) => (
            <InputNumber
              {...wiring}
              min={1}
              max={200}
              precision={0}
              value={storeys}
              onChange={setStoreys}
            />
          )}
        </Field>
        <Field id={`building-area-${id}`} label={t('edit.area')} optional={desk('optional')}>
          {(wiring) => (
            <InputNumber
              {...wiring}
              min={1}
              max={10_000_000}
              precision={0}
              value={areaM2}
              onChange={setAreaM2}
            />
          )}
        </Field>
        {building && (
          <Field
            id={`building-ended-${id}`}
            label={t('edit.endedOn')}
            optional={desk('optional')}
            hint={t('edit.endedHint')}
          >
            {(wiring) => (
              <Input
                {...wiring}
                type="date"
                value={endedOn ?? ''}
                onChange={(event) => setEndedOn(event.target.value || null)}
              />
            )}
          </Field>
        )}
      </div>
      <RowEditor
        id={`building-units-${id}`}
        label={t('edit.units')}
        fault={fault.units}
        rows={units}
        most={300}
        add={t('edit.addUnit')}
        remove={(unit) => t('edit.removeUnit', { name: unit.name })}
        keeps={(unit) => unit.id !== null}
        make={(): UnitDraft => ({ id: null, name: '', storey: null, areaM2: null, endedOn: null })}
        onChange={setUnits}
      >
        {(unit, set, at) => (
          <>
            <label>
              <span className="cell-label">{t('unit')}</span>
              <Input
                maxLength={60}
                value={unit.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            </label>
            <div className="cell">
              <span className="cell-label">{t('edit.storey')}</span>
              <InputNumber
                aria-label={t('edit.storeyOf', { name: unit.name || String(at + 1) })}
                min={-5}
                max={200}
                precision={0}
                value={unit.storey}
                onChange={(storey) => set({ storey })}
              />
            </div>
            <div className="cell">
              <span className="cell-label">{t('edit.area')}</span>
              <InputNumber
                aria-label={t('edit.areaOf', { name: unit.name || String(at + 1) })}
                min={1}
                max={1_000_000}
                precision={0}
                value={unit.areaM2}
                onChange={(area) => set({ areaM2: area })}
              />
            </div>
            {unit.id !== null && (
              <label>
                <span className="cell-label">{t('edit.endedOn')}</span>
                <Input
                  type="date"
                  value={unit.endedOn ?? ''}
                  onChange={(event) => set({ endedOn: event.target.value || null })}
                />
              </label>
            )}
          </>
        )}
      </RowEditor>
      <div className="card-actions">
        <Button type="primary" htmlType="submit" aria-busy={save.isPending}>
          {t('edit.saveBuilding')}
        </Button>
        <Button onClick={props.onClose}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
