import { readAmount, writeAmount } from '@ludao/contracts';
import { Input } from 'antd';
import { useState } from 'react';
import type { Wiring } from './field.tsx';

/** What was typed cannot be read; nobody is to send it. */
export const UNREADABLE = -1;

/** A decimal number as people write it, held as whole smaller units without rounding. */
export function AmountInput(props: {
  readonly wiring: Partial<Wiring> & { readonly 'aria-label'?: string };
  /** Digits between the written unit and the one that is held. */
  readonly digits: number;
  readonly unit: string;
  readonly value: number | null;
  readonly onChange: (amount: number | null) => void;
}) {
  const { digits, value } = props;
  const written = value === null || value === UNREADABLE ? '' : writeAmount(value, digits);
  const [text, setText] = useState(written);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(written);
  }
  return (
    <Input
      {...props.wiring}
      inputMode="decimal"
      autoComplete="off"
      suffix={props.unit}
      aria-invalid={props.wiring['aria-invalid'] === true || value === UNREADABLE}
      value={text}
      onChange={(event) => {
        const typed = event.target.value;
        const amount = typed.trim() === '' ? null : (readAmount(typed, digits) ?? UNREADABLE);
        setText(typed);
        setSeen(amount);
        props.onChange(amount);
      }}
    />
  );
}
