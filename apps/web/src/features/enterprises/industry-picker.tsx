import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIndustryNames } from '../../api/industry-names.ts';
import { useIndustrySearch } from '../../api/industry-search.ts';
import type { Wiring } from '../../ui/desk/field.tsx';
import { useLater } from '../../ui/desk/later.ts';

/** Classes of GB/T 4754 with four digits, found by word, pinyin or code. */
export function IndustryPicker(props: {
  readonly wiring: Wiring;
  readonly value: readonly string[];
  readonly onChange: (codes: string[]) => void;
}) {
  const { t } = useTranslation('enterprises');
  const names = useIndustryNames(props.value);
  const [asked, find] = useLater('');
  const { found, isFetching } = useIndustrySearch(asked);
  return (
    <Select
      {...props.wiring}
      mode="multiple"
      labelInValue
      maxCount={5}
      showSearch={{ filterOption: false, onSearch: find }}
      notFoundContent={asked === '' || isFetching ? null : t('form.industriesNone')}
      options={found.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      value={props.value.map((code) => ({
        value: code,
        label: `${code} ${names.get(code) ?? ''}`,
      }))}
      onChange={(chosen: readonly { readonly value: string }[]) => {
        props.onChange(chosen.map(({ value }) => value));
        find('');
      }}
    />
  );
}
