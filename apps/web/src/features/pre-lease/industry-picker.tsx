import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIndustryNames } from '../../api/industry-names.ts';
import { useIndustrySearch } from '../../api/industry-search.ts';
import type { Wiring } from '../../ui/desk/field.tsx';
import { useLater } from '../../ui/desk/later.ts';

/** What the tenant makes: by an everyday word, pinyin or code, the word that led there beside it. */
export function IndustryPicker(props: {
  readonly wiring: Wiring;
  readonly value: readonly string[];
  readonly onChange: (codes: string[]) => void;
}) {
  const { t } = useTranslation('preLease');
  const names = useIndustryNames(props.value);
  const [word, find] = useLater('');
  const { found, isFetching } = useIndustrySearch(word);
  return (
    <Select
      {...props.wiring}
      mode="multiple"
      labelInValue
      maxCount={5}
      showSearch={{ filterOption: false, onSearch: find }}
      notFoundContent={word === '' || isFetching ? null : t('form.industriesNone')}
      options={found.map(({ code, name, alias }) => ({
        value: code,
        label: alias ? `${code} ${name}（${alias}）` : `${code} ${name}`,
      }))}
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
