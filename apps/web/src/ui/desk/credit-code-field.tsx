import { checkCreditCode } from '@ludao/contracts';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from './field.tsx';
import { Icon } from './icons.tsx';

const LENGTH = 18;

/** What is wrong with a code, naming the position; null for a good one. */
export function useCreditCodeFault(): (code: string) => string | null {
  const { t } = useTranslation('enterprises');
  return (code) => {
    if (code.trim() === '') return t('form.fault.creditCode');
    const check = checkCreditCode(code);
    if (check.ok) return null;
    const { reason, ok: _, ...place } = check;
    return t(`problems:CREDIT_CODE_${reason}`, { ...place, value: code });
  };
}

/** Checked while it is typed, but nobody is told that 5 characters are too few. */
export function CreditCodeField(props: {
  readonly value: string;
  readonly fault: string | undefined;
  readonly note?: React.ReactNode;
  readonly onChange: (code: string) => void;
}) {
  const { t } = useTranslation('enterprises');
  const faultOf = useCreditCodeFault();
  const { value } = props;
  const check = checkCreditCode(value);
  const isUnfinished = !check.ok && check.reason === 'LENGTH' && check.length < LENGTH;
  const fault =
    props.fault ?? (isUnfinished || value === '' ? undefined : (faultOf(value) ?? undefined));
  const state = check.ok ? (
    <span className="good">
      <Icon name="check" size={16} /> {t('form.creditGood')}
    </span>
  ) : isUnfinished && check.length > 0 ? (
    t('form.creditCount', { length: check.length })
  ) : (
    t('form.creditHint')
  );
  return (
    <Field
      id="creditCode"
      label={t('creditCode')}
      hint={<span role="status">{state}</span>}
      note={props.note}
      fault={fault}
    >
      {(wiring) => (
        <Input
          {...wiring}
          className="credit-code"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={value}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={() => check.ok && props.onChange(check.code)}
        />
      )}
    </Field>
  );
}
