import { MERGE_FIELDS, type EnterpriseDetail, type MergeField } from '@ludao/contracts';
import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactValue, useFactName } from '../fact-value.tsx';
import { isSame, placeIsDecided, valueOf } from './compare.ts';

/** Field by field; where the two differ, one value is chosen. */
export function Comparison(props: {
  readonly own: EnterpriseDetail;
  readonly other: EnterpriseDetail;
  readonly taken: readonly MergeField[];
  readonly choosable: readonly MergeField[];
  readonly onTake: (field: MergeField, takes: boolean) => void;
}) {
  const { t } = useTranslation('merging');
  const factName = useFactName();
  const { own, other, taken, choosable } = props;
  const shown = MERGE_FIELDS.filter((field) =>
    [own, other].some((one) => !isBlank(valueOf(one, field))),
  );
  return (
    <table className="compare">
      <caption className="visually-hidden">{t('comparison')}</caption>
      <thead>
        <tr>
          <th scope="col" style={{ width: '10em' }}>
            {t('field')}
          </th>
          <th scope="col">{t('stays')}</th>
          <th scope="col">{t('goes')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{factName('creditCode')}</th>
          <td className="credit-code chosen">{own.creditCode}</td>
          <td className="credit-code same">{other.creditCode}</td>
        </tr>
        {shown.map((field) => (
          <Row
            key={field}
            field={field}
            name={field === 'place' ? t('place') : factName(field)}
            own={own}
            other={other}
            takes={
              field === 'place' && placeIsDecided(own, other)
                ? own.park === null
                : taken.includes(field)
            }
            isChoosable={choosable.includes(field)}
            onTake={(takes) => props.onTake(field, takes)}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: {
  readonly field: MergeField;
  readonly name: string;
  readonly own: EnterpriseDetail;
  readonly other: EnterpriseDetail;
  readonly takes: boolean;
  readonly isChoosable: boolean;
  readonly onTake: (takes: boolean) => void;
}) {
  const { field, name, own, other, takes } = props;
  const same = isSame(own, other, field);
  const cell = (enterprise: EnterpriseDetail, isOther: boolean) => {
    const value = <Value enterprise={enterprise} field={field} />;
    return (
      <td className={same ? 'same' : takes === isOther ? 'chosen' : undefined}>
        {props.isChoosable ? (
          <Radio
            name={`take-${field}`}
            checked={takes === isOther}
            onChange={() => props.onTake(isOther)}
          >
            <span className="visually-hidden">{`${name}：`}</span>
            {value}
          </Radio>
        ) : (
          value
        )}
      </td>
    );
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      {cell(own, false)}
      {cell(other, true)}
    </tr>
  );
}

function Value({
  enterprise,
  field,
}: {
  readonly enterprise: EnterpriseDetail;
  readonly field: MergeField;
}) {
  const { t } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  if (field !== 'place') return <FactValue name={field} value={enterprise[field]} />;
  const { park, unit, movedIn, districtCode } = enterprise;
  const county = desk(`counties.${districtCode}`, { defaultValue: districtCode });
  return [park?.name ?? `${county} ${t('outside')}`, unit, movedIn].filter(Boolean).join(' · ');
}

function isBlank(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
