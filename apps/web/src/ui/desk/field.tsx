import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

/** What a control needs so that a screen reader says its hint and its fault. */
export interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

/** A label, a control, a hint below it, and what is wrong with it. */
export function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly optional?: string | undefined;
  readonly hint?: ReactNode;
  readonly fault?: string | undefined;
  readonly note?: ReactNode;
  readonly children: (wiring: Wiring) => ReactNode;
}) {
  const { id, fault } = props;
  const described = [
    fault && `${id}-fault`,
    props.hint && `${id}-hint`,
    props.note && `${id}-note`,
  ].filter(Boolean);
  return (
    <div className={fault ? 'field flagged' : 'field'}>
      <label htmlFor={id} id={`${id}-label`}>
        {props.label}
        {props.optional && <span className="optional">{props.optional}</span>}
      </label>
      {props.children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': fault !== undefined,
      })}
      {props.hint && (
        <div className="hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      {props.note && (
        <div className="field-note" id={`${id}-note`}>
          {props.note}
        </div>
      )}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          <Icon name="warn" size={16} />
          {fault}
        </p>
      )}
    </div>
  );
}
