import { ROUTES } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { Field } from '../../ui/desk/field.tsx';
import { useLater } from '../../ui/desk/later.ts';
import type { Draft, DraftKey } from './form.ts';

/** What to say below a field, besides its hint and its fault. */
export type Notes = Readonly<Partial<Record<DraftKey, ReactNode>>>;

interface Props {
  readonly draft: Draft;
  /** Whether the county was chosen before, and narrows the parks down. */
  readonly byCounty: boolean;
  readonly faultOf: (key: DraftKey) => string | undefined;
  readonly notes: Notes;
  readonly onChange: (next: Partial<Draft>) => void;
}

/** Park and unit. The park brings its county along. */
export function ParkFields({ draft, byCounty, faultOf, notes, onChange }: Props) {
  const { t } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  const [word, find] = useLater('');
  const query = {
    q: word,
    size: 30,
    ...(byCounty && draft.districtCode && { district: draft.districtCode }),
  };
  const list = useQuery({
    queryKey: ['parks', query],
    queryFn: ({ signal }) => ask(ROUTES.listParks, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: ['park', draft.parkId],
    enabled: draft.parkId !== null,
    queryFn: ({ signal }) => ask(ROUTES.getPark, { params: { id: draft.parkId ?? '' } }, signal),
  });
  const parks = list.data?.rows ?? [];
  const park = draft.parkId === null ? undefined : chosen.data;
  const units = (park?.buildings ?? []).map((building) => ({
    label: building.name,
    options: building.units.map(({ id, name, areaM2 }) => ({
      value: id,
      label: `${name}（${areaM2} m²）`,
    })),
  }));
  return (
    <>
      <Field
        id="parkId"
        label={t('park')}
        optional={byCounty ? desk('optional') : undefined}
        hint={t(byCounty ? 'form.parkHint' : 'form.parkOwnHint')}
        fault={faultOf('parkId')}
        note={notes.parkId}
      >
        {(wiring) => (
          <Select
            {...wiring}
            allowClear
            labelInValue
            showSearch={{ filterOption: false, onSearch: find }}
            notFoundContent={t('form.parkNone')}
            options={parks.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.parkId === null ? null : { value: draft.parkId, label: park?.name ?? '…' }}
            onChange={(next: { readonly value: string; readonly label: string } | null) => {
              find('');
              const row = parks.find(({ id }) => id === next?.value);
              onChange({
                parkId: next?.value ?? null,
                unitId: null,
                ...(row ? { districtCode: row.districtCode } : !byCounty && { districtCode: null }),
              });
            }}
          />
        )}
      </Field>
      <Field
        id="unitId"
        label={t('unit')}
        optional={desk('optional')}
        hint={draft.parkId === null ? t('form.unitHint') : undefined}
        fault={faultOf('unitId')}
        note={notes.unitId}
      >
        {(wiring) => (
          <Select
            {...wiring}
            allowClear
            disabled={draft.parkId === null}
            showSearch={{ optionFilterProp: 'label' }}
            options={units}
            value={draft.unitId}
            onChange={(unitId: string | undefined) => onChange({ unitId: unitId ?? null })}
          />
        )}
      </Field>
    </>
  );
}
