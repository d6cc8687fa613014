import type { ParkDetail } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { showCount } from '../../i18n/dates.ts';

type Building = ParkDetail['buildings'][number];

export function Buildings({ buildings }: { readonly buildings: readonly Building[] }) {
  const { t } = useTranslation('parks');
  if (buildings.length === 0) return <p className="quiet-text">{t('noBuildings')}</p>;
  return (
    <div className="buildings">
      {buildings.map((building) => (
        <Units key={building.id} building={building} />
      ))}
    </div>
  );
}

function Units({ building }: { readonly building: Building }) {
  const { t, i18n } = useTranslation('parks');
  const { units, landlord } = building;
  const shown = (area: number) => showCount(area, i18n.language);
  const area = shown(units.reduce((sum, { areaM2 }) => sum + areaM2, 0));
  return (
    <section className="building" aria-label={building.name}>
      <h3>{building.name}</h3>
      <p className="fine">
        {t('units', { count: units.length, area })}
        {landlord && ` · ${t('landlord', { name: landlord })}`}
      </p>
      <ul className="units">
        {units.map((unit) => (
          <li key={unit.id}>
            <span>{unit.name}</span>
            <span className="quiet-text">{t('areaOf', { area: shown(unit.areaM2) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
