import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

/** Several rows of one form, each with its own few fields; rows come and go. */
export function RowEditor<Row>(props: {
  /** Where a fault of the whole list leads to. */
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly fault?: string | undefined;
  readonly note?: ReactNode;
  readonly rows: readonly Row[];
  readonly most: number;
  readonly add: string;
  /** What taking a row away is called, for the ear too: it names the row. */
  readonly remove: (row: Row, at: number) => string;
  readonly make: () => Row;
  readonly children: (row: Row, set: (next: Partial<Row>) => void, at: number) => ReactNode;
  readonly onChange: (rows: Row[]) => void;
  /** A row that may not be taken away, because it is on record. */
  readonly keeps?: (row: Row) => boolean;
}) {
  const { id, rows, fault } = props;
  const labelId = `${id}-label`;
  const set = (at: number) => (next: Partial<Row>) =>
    props.onChange(rows.map((row, index) => (index === at ? { ...row, ...next } : row)));
  return (
    <div
      className={fault ? 'field row-editor flagged' : 'field row-editor'}
      id={id}
      role="group"
      aria-labelledby={labelId}
    >
      <span className="field-label" id={labelId}>
        {props.label}
      </span>
      {props.hint && <div className="hint">{props.hint}</div>}
      {rows.length > 0 && (
        <ol>
          {rows.map((row, at) => (
            <li key={at}>
              <div className="row-fields">{props.children(row, set(at), at)}</div>
              {!props.keeps?.(row) && (
                <Button
                  className="row-remove"
                  aria-label={props.remove(row, at)}
                  title={props.remove(row, at)}
                  icon={<Icon name="close" size={16} />}
                  onClick={() => props.onChange(rows.filter((_, index) => index !== at))}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {rows.length < props.most && (
        <Button
          icon={<Icon name="plus" size={16} />}
          onClick={() => props.onChange([...rows, props.make()])}
        >
          {props.add}
        </Button>
      )}
      {props.note && <div className="field-note">{props.note}</div>}
      {fault && (
        <p className="fault">
          <Icon name="warn" size={16} />
          {fault}
        </p>
      )}
    </div>
  );
}
