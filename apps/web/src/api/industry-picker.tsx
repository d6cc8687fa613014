import { useTranslation } from 'react-i18next';
import { useIndustryChoices } from './industry-search.ts';
import { CodePicker } from '../ui/desk/code-picker.tsx';
import type { Wiring } from '../ui/desk/field.tsx';
import { useLater } from '../ui/desk/later.ts';

const MOST_INDUSTRIES = 5;

/** Classes of GB/T 4754 with four digits, found by word, pinyin or code. */
export function IndustryPicker(props: {
  readonly wiring: Wiring;
  readonly value: readonly string[];
  readonly onChange: (codes: string[]) => void;
}) {
  const { t } = useTranslation('desk');
  const [word, find] = useLater('');
  const { found, chosen, isOver } = useIndustryChoices(word, props.value);
  return (
    <CodePicker
      wiring={props.wiring}
      chosen={chosen}
      found={found}
      most={MOST_INDUSTRIES}
      nothing={isOver ? t('industriesNone') : null}
      onSearch={find}
      onChange={props.onChange}
    />
  );
}
