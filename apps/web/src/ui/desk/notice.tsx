import { useEffect, useRef, type ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

type Tone = 'good' | 'info' | 'caution' | 'fault';
const ICONS: Record<Tone, IconName> = {
  good: 'check',
  info: 'info',
  caution: 'warn',
  fault: 'warn',
};

/** A message in the page. A fault takes the focus, so that nobody looks for what happened. */
export function Notice(props: {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const isFault = props.tone === 'fault';
  useEffect(() => {
    if (isFault) box.current?.focus();
  }, [isFault]);
  return (
    <div
      ref={box}
      className={`notice ${props.tone}`}
      role={isFault ? 'alert' : 'status'}
      tabIndex={-1}
    >
      <Icon name={ICONS[props.tone]} size={20} />
      <div className="notice-body">
        {props.title && <p className="notice-title">{props.title}</p>}
        {props.children}
        {props.actions && <div className="notice-actions">{props.actions}</div>}
      </div>
    </div>
  );
}
