import { ROUTES, type OrganisationChoice, type PartnerList } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import type { Wiring } from '../../ui/desk/field.tsx';
import { useLater } from '../../ui/desk/later.ts';

/** Somebody who runs, owns or lets something: on record, or to be entered by the name typed. */
export interface Chosen {
  readonly choice: OrganisationChoice;
  readonly label: string;
}

export function chosenOf(partner: { readonly id: string; readonly name: string } | null) {
  return partner && { choice: { id: partner.id }, label: partner.name };
}

const NEW = 'new:';

/** Found by name or code; who is not on record is entered by the name. */
export function PartnerPicker(props: {
  readonly wiring: Wiring;
  readonly kinds: readonly PartnerList['organisations'][number]['kind'][];
  readonly value: Chosen | null;
  readonly onChange: (next: Chosen | null) => void;
}) {
  const { t } = useTranslation('parks');
  const [typed, setTyped] = useState('');
  const [word, find] = useLater('');
  const { data } = useQuery({
    queryKey: ['park-partners', word],
    queryFn: ({ signal }) => ask(ROUTES.findPartners, { query: { q: word } }, signal),
    placeholderData: keepPreviousData,
  });
  const found = (data?.organisations ?? []).filter(({ kind }) => props.kinds.includes(kind));
  const name = typed.trim();
  const isNew = name.length > 1 && !found.some((known) => known.name === name);
  const { value } = props;
  const key = value && ('id' in value.choice ? value.choice.id : NEW + value.choice.name);
  return (
    <Select
      {...props.wiring}
      allowClear
      labelInValue
      placeholder={t('edit.partnerHint')}
      showSearch={{
        filterOption: false,
        onSearch: (next) => {
          setTyped(next);
          find(next);
        },
      }}
      options={[
        ...found.map(({ id, name: label }) => ({ value: id, label })),
        ...(isNew ? [{ value: NEW + name, label: t('edit.partnerNew', { name }) }] : []),
      ]}
      value={value && key ? { value: key, label: value.label } : null}
      onChange={(next: { readonly value: string; readonly label: string } | null) => {
        const id = next?.value;
        setTyped('');
        find('');
        if (id === undefined) props.onChange(null);
        else if (id.startsWith(NEW)) {
          const entered = id.slice(NEW.length);
          props.onChange({ choice: { name: entered, creditCode: null }, label: entered });
        } else {
          const known = found.find((one) => one.id === id);
          props.onChange({ choice: { id }, label: known?.name ?? '' });
        }
      }}
    />
  );
}
