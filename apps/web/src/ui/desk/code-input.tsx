import { Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import type { Wiring } from './field.tsx';

/** Six digits, typed or pasted, with spaces or without. */
export function CodeInput(props: {
  readonly wiring: Wiring;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly focusOnArrival?: boolean;
}) {
  const input = useRef<InputRef>(null);
  const { focusOnArrival } = props;
  useEffect(() => {
    if (focusOnArrival) input.current?.focus();
  }, [focusOnArrival]);
  return (
    <Input
      {...props.wiring}
      ref={input}
      className="code-input"
      size="large"
      inputMode="numeric"
      autoComplete="one-time-code"
      value={props.value}
      onChange={(event) =>
        props.onChange(event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 6))
      }
    />
  );
}
