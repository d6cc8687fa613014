import {
  GRAMS_PER_KILOGRAM_DIGITS,
  POLLUTANTS,
  type ChangedPollutant,
  type Pollutant,
} from '@ludao/contracts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { AmountInput } from '../../ui/desk/amount-input.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { NEW_POLLUTANT } from './change-facts.ts';

const NAMES = Object.keys(POLLUTANTS) as Pollutant[];

/** What is emitted before and after; none, where nothing changes; unknown until either is said. */
export function ChangedPollutants(props: {
  readonly pollutants: readonly ChangedPollutant[] | null;
  readonly onChange: (pollutants: ChangedPollutant[] | null) => void;
}) {
  const { t } = useTranslation('sharedData');
  const { pollutants, onChange } = props;
  const rows = pollutants ?? [];
  return (
    <fieldset className="field plain-fieldset">
      <legend>{t('change.pollutants')}</legend>
      <Checkbox
        checked={pollutants?.length === 0}
        onChange={(event) => onChange(event.target.checked ? [] : null)}
      >
        {t('change.pollutantsNone')}
      </Checkbox>
      {rows.map((row, at) => (
        <PollutantRow
          key={at}
          row={row}
          onChange={(next) => onChange(rows.map((one, place) => (place === at ? next : one)))}
          onRemove={() => {
            const left = rows.filter((_, place) => place !== at);
            onChange(left.length > 0 ? left : null);
          }}
        />
      ))}
      <Button icon={<Icon name="plus" />} onClick={() => onChange([...rows, NEW_POLLUTANT])}>
        {t('change.addPollutant')}
      </Button>
    </fieldset>
  );
}

function PollutantRow(props: {
  readonly row: ChangedPollutant;
  readonly onChange: (row: ChangedPollutant) => void;
  readonly onRemove: () => void;
}) {
  const { t, i18n } = useTranslation('sharedData');
  const { row, onChange } = props;
  const language = currentLanguage(i18n);
  return (
    <div className="pollutant-row">
      <label className="amount-side">
        {t('change.pollutant')}
        <Select<Pollutant | ''>
          value={row.pollutant ?? ''}
          options={[
            ...NAMES.map((value) => ({
              value,
              label: POLLUTANTS[value][language],
            })),
            { value: '', label: t('change.other') },
          ]}
          onChange={(value) => onChange({ ...row, pollutant: value === '' ? null : value })}
        />
      </label>
      {row.pollutant === null && (
        <label className="amount-side">
          {t('change.otherName')}
          <Input
            maxLength={40}
            value={row.name}
            onChange={(event) => onChange({ ...row, name: event.target.value })}
          />
        </label>
      )}
      {(['beforeGrams', 'afterGrams'] as const).map((side) => (
        <label key={side} className="amount-side">
          {t(`change.${side}`)}
          <AmountInput
            wiring={{}}
            digits={GRAMS_PER_KILOGRAM_DIGITS}
            unit="kg"
            value={row[side]}
            onChange={(grams) =>
              onChange({ ...row, [side]: grams !== null && grams < 0 ? null : grams })
            }
          />
        </label>
      ))}
      <div>
        {(['classOne', 'lessToxic'] as const).map((flag) => (
          <Checkbox
            key={flag}
            checked={row[flag] === true}
            onChange={(event) => onChange({ ...row, [flag]: event.target.checked })}
          >
            {t(`change.${flag}`)}
          </Checkbox>
        ))}
      </div>
      <Button size="small" onClick={props.onRemove}>
        {t('change.remove')}
      </Button>
    </div>
  );
}
