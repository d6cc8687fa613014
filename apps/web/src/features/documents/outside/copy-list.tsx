import { CopyButton } from '../../../ui/desk/copy-button.tsx';

/** What is to be entered elsewhere, field by field, each with its button. */
export function CopyList({
  rows,
}: {
  readonly rows: readonly { readonly name: string; readonly text: string }[];
}) {
  return (
    <dl className="copy-list">
      {rows.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="lines">{text}</span>
            <CopyButton name={name} text={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
