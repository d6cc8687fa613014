import { Select } from 'antd';
import type { Wiring } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Several codes, each found by typing; the first one chosen stays first. */
export function CodePicker(props: {
  readonly wiring: Wiring;
  readonly chosen: readonly Choice[];
  readonly most: number;
  readonly found: readonly Choice[];
  /** Said where a search is over and led to nothing; null while there is nothing to say. */
  readonly nothing: string | null;
  readonly onSearch: (typed: string) => void;
  readonly onChange: (codes: string[]) => void;
}) {
  return (
    <Select
      {...props.wiring}
      mode="multiple"
      labelInValue
      maxCount={props.most}
      showSearch={{ filterOption: false, onSearch: props.onSearch }}
      notFoundContent={props.nothing}
      options={[...props.found]}
      value={[...props.chosen]}
      onChange={(chosen: readonly { readonly value: string }[]) => {
        props.onChange(chosen.map(({ value }) => value));
        props.onSearch('');
      }}
    />
  );
}
