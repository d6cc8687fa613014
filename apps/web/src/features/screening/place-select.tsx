import { entriesOf, type Place, type Screener } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import type { Screening } from '../../api/screening/link.ts';

/** In which park? Listed parks of the county, another one, none; not knowing is an answer too. */
export function PlaceSelect(props: {
  readonly screener: Screener;
  readonly on: Screening['on'];
  readonly county: string;
  readonly value: Place;
  readonly onChange: (next: Place) => void;
}) {
  const { screener, on, county, value } = props;
  const { t } = useTranslation('screening');
  const parks = entriesOf(screener.ruleSet, 'parks', on, county)
    .map(({ entry }) => entry)
    .filter(({ jurisdiction }) => county.endsWith('00') || jurisdiction === county);
  return (
    <p className="field">
      <label htmlFor="park" className="question">
        {t('place.label')}
      </label>
      <select
        id="park"
        value={value.park ?? ''}
        onChange={({ target }) => props.onChange(target.value ? { park: target.value } : {})}
      >
        <option value="">{t('place.unknown')}</option>
        <option value="none">{t('place.none')}</option>
        {parks.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="unlisted">{t('place.unlisted')}</option>
      </select>
    </p>
  );
}
