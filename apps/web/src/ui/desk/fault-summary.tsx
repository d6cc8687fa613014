import { useEffect, useRef, type MouseEvent } from 'react';

export interface Fault {
  /** The id of the field; null where the whole is at fault. */
  readonly field: string | null;
  readonly text: string;
}

/** Everything that is wrong, on top of the form, with ways to the fields. Takes the focus. */
export function FaultSummary(props: { readonly title: string; readonly faults: readonly Fault[] }) {
  const box = useRef<HTMLDivElement>(null);
  const { faults } = props;
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} className="fault-summary" role="alert" tabIndex={-1}>
      <h2>{props.title}</h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            {field === null ? (
              text
            ) : (
              <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(event: MouseEvent, id: string): void {
  event.preventDefault();
  const field = document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  field?.scrollIntoView({ block: 'center' });
  const inner = field?.matches('input, textarea, button, select')
    ? field
    : field?.querySelector<HTMLElement>('input, textarea, button');
  (inner ?? field)?.focus({ preventScroll: true });
}
