import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Icon } from './icons.tsx';

const PAUSE_MS = 300;

/** Tells the word a moment after the last key, and follows when the address changes it. */
export function SearchBox(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (word: string) => void;
}) {
  const { value, onChange } = props;
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (told.current !== value) setTyped(value);
    told.current = value;
  }, [value]);
  useEffect(() => {
    const word = typed.trim();
    if (word === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = word;
      onChange(word);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <Input
      type="search"
      className="search-box"
      aria-label={props.label}
      placeholder={props.placeholder}
      prefix={<Icon name="search" />}
      maxLength={60}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
