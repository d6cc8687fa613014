import type { OrganisationRow } from '@ludao/contracts';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../ui/desk/fault-summary.tsx';
import { Field } from '../../../ui/desk/field.tsx';

/** An organisation, found by its name or credit code among thousands. */
export function HouseField(props: {
  readonly faults: readonly Fault[];
  readonly value: string | null;
  readonly houses: readonly Pick<OrganisationRow, 'id' | 'name'>[];
  readonly onSearch: (word: string) => void;
  readonly onChange: (id: string | null) => void;
}) {
  const { t } = useTranslation('people');
  const fault = props.faults.find(({ field }) => field === 'organisationId')?.text;
  return (
    <Field
      id="organisationId"
      label={t('organisation')}
      hint={t('accounts.houseHint')}
      fault={fault}
    >
      {(wiring) => (
        <Select
          {...wiring}
          placeholder={t('choose')}
          showSearch={{ filterOption: false, onSearch: props.onSearch }}
          options={props.houses.map(({ id, name }) => ({ value: id, label: name }))}
          value={props.value}
          onChange={(id: string | undefined) => props.onChange(id ?? null)}
        />
      )}
    </Field>
  );
}
