import { ROUTES, WASTEWATER_LABELS, YES_NO, type ImportColumn } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { mayIn, useSession } from '../../../api/session.ts';
import type { Wiring } from '../../../ui/desk/field.tsx';
import { useLater } from '../../../ui/desk/later.ts';
import { IndustryPicker } from '../../../api/industry-picker.tsx';

interface Control {
  readonly wiring: Wiring;
  /** As it stands in the cell, right or wrong. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function useColumnHint(): (column: ImportColumn) => string | undefined {
  const { t } = useTranslation('imports');
  const hints: Readonly<Partial<Record<ImportColumn, string>>> = {
    industries: t('row.industriesHint'),
    districtCode: t('row.districtHint'),
    park: t('row.parkHint'),
    unit: t('row.unitHint'),
    movedIn: t('row.movedInHint'),
  };
  return (column) => hints[column];
}

/** What helps to write a cell rightly; each takes and gives the text of the cell. */
export function RowControl({ column, ...control }: Control & { readonly column: ImportColumn }) {
  const { wiring, value, onChange } = control;
  const session = useSession();
  const { t } = useTranslation('desk');
  if (column === 'industries') {
    return (
      <IndustryPicker
        wiring={wiring}
        value={value.split(/[\s、，,;；]+/).filter((code) => code !== '')}
        onChange={(codes) => onChange(codes.join('、'))}
      />
    );
  }
  if (column === 'wastewater') return <Options {...control} options={WASTEWATER_LABELS} />;
  if (column === 'hazardousWaste') {
    return <Options {...control} options={[YES_NO.yes.zh, YES_NO.no.zh]} />;
  }
  if (column === 'districtCode' && session.districts.length > 0) {
    const name = (code: string) => t(`counties.${code}`, { defaultValue: '' });
    return (
      <Options {...control} options={session.districts} show={(code) => `${code} ${name(code)}`} />
    );
  }
  if (column === 'park' && mayIn(session, 'read', 'park')) return <ParkName {...control} />;
  return (
    <Input
      {...wiring}
      {...(column === 'creditCode' && { className: 'credit-code' })}
      autoComplete="off"
      spellCheck={false}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A list to pick from, which also shows what was written and is none of it. */
function Options({
  wiring,
  value,
  options,
  show = String,
  onChange,
}: Control & { readonly options: readonly string[]; readonly show?: (option: string) => string }) {
  return (
    <Select
      {...wiring}
      allowClear
      options={options.map((option) => ({ value: option, label: show(option) }))}
      value={value === '' ? null : value}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
    />
  );
}

function ParkName({ wiring, value, onChange }: Control) {
  const [word, find] = useLater('');
  const query = { q: word, size: 30 };
  const { data } = useQuery({
    queryKey: ['parks', query],
    queryFn: ({ signal }) => ask(ROUTES.listParks, { query }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <AutoComplete
      {...wiring}
      allowClear
      options={(data?.rows ?? []).map(({ name }) => ({ value: name }))}
      showSearch={{ filterOption: false, onSearch: find }}
      value={value}
      onChange={(name: string | undefined) => onChange(name ?? '')}
    />
  );
}
