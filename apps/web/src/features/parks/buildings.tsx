import { ROUTES, type ParkDetail } from '@ludao/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { showCount, showDay } from '../../i18n/dates.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import { BuildingForm } from './building-form.tsx';

type Building = ParkDetail['buildings'][number];

/** Buildings with their units; whoever may, changes them one by one. */
export function Buildings({ park }: { readonly park: ParkDetail }) {
  const { t } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const { buildings, may } = park;
  /** The building that is being changed: its id, or 'new'. */
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  return (
    <section className="sheet" aria-labelledby="buildings">
      <div className="section-head">
        <h2 id="buildings">{t('buildings')}</h2>
        <div className="card-actions screen-only">
          {buildings.length > 0 && (
            <Button
              href={addressOf(ROUTES.exportUnits, { params: { id: park.id } })}
              download
              icon={<Icon name="download" />}
            >
              {desk('export')}
            </Button>
          )}
          {may.update && (
            <Button icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
              {t('edit.addBuilding')}
            </Button>
          )}
        </div>
      </div>
      {open === 'new' && <BuildingForm park={park} building={null} onClose={close} />}
      {buildings.length === 0 && <p className="quiet-text">{t('noBuildings')}</p>}
      <div className="buildings">
        {buildings
          .filter(({ id }) => id !== open)
          .map((building) => (
            <Units
              key={building.id}
              building={building}
              onEdit={may.update ? () => setOpen(building.id) : undefined}
            />
          ))}
      </div>
      {buildings
        .filter(({ id }) => id === open)
        .map((building) => (
          <BuildingForm key={building.id} park={park} building={building} onClose={close} />
        ))}
    </section>
  );
}

function Units(props: { readonly building: Building; readonly onEdit: (() => void) | undefined }) {
  const { t, i18n } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const { units, landlord, name, storeys, endedOn } = props.building;
  const shown = (area: number) => showCount(area, i18n.language);
  const open = units.filter((unit) => unit.endedOn === null);
  const area = shown(open.reduce((sum, { areaM2 }) => sum + areaM2, 0));
  const ended = (day: string) => (
    <span className="ended-mark">{t('endedSince', { day: showDay(day, i18n.language) })}</span>
  );
  return (
    <section className={endedOn ? 'building ended' : 'building'} aria-label={name}>
      <div className="section-head">
        <h3>
          {name} {endedOn && ended(endedOn)}
        </h3>
        {props.onEdit && (
          <Button
            type="link"
            className="screen-only"
            aria-label={t('edit.editBuilding', { name })}
            onClick={props.onEdit}
          >
            {desk('edit')}
          </Button>
        )}
      </div>
      <p className="fine">
        {t('units', { count: open.length, area })}
        {storeys !== null && ` · ${t('storeysOf', { count: storeys })}`}
        {landlord && ` · ${t('landlord', { name: landlord })}`}
      </p>
      <ul className="units">
        {units.map((unit) => (
          <li key={unit.id} className={unit.endedOn ? 'ended' : undefined}>
            <span>
              {unit.name} {unit.endedOn && ended(unit.endedOn)}
            </span>
            <span className="quiet-text">{t('areaOf', { area: shown(unit.areaM2) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
