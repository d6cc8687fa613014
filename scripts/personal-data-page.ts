import {
  LEGAL_BASES,
  PERSONAL_FIELDS,
  termText,
  type Bilingual,
  type PersonalField,
} from '@ludao/contracts';

const MASKS: Readonly<Record<PersonalField['mask'], Bilingual>> = {
  name: { zh: '隐去名字', en: 'given name hidden' },
  phone: { zh: '隐去中间', en: 'middle hidden' },
  hidden: { zh: '不显示', en: 'not shown' },
  none: { zh: '照实', en: 'as it is' },
};

/** The generated part of the page of personal data: every field of the one list. */
export function writePersonalData(): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const both = ({ zh, en }: Bilingual) => `${zh}<br>${en}`;
  const head = [
    'field 信息',
    'purpose 用途',
    'term 期限',
    'others see 别人看到',
    'basis 依据',
    'columns',
  ];
  const rows = PERSONAL_FIELDS.map((field) =>
    line([
      both(field.name),
      both(field.purpose),
      both(termText(field)),
      both(MASKS[field.mask]),
      both(LEGAL_BASES[field.basis]),
      field.columns.map((column) => `\`${column}\``).join('<br>'),
    ]),
  );
  return [line(head), line(head.map(() => '---')), ...rows].join('\n');
}
