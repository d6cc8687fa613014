import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/** A value that follows a moment after the last change, for questions asked while typing. */
export function useLater(start: string): readonly [value: string, set: (next: string) => void] {
  const [typed, setTyped] = useState(start);
  const [value, setValue] = useState(start);
  useEffect(() => {
    const timer = setTimeout(() => setValue(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return [value, setTyped];
}
