import { useState } from 'react';
import type { Wiring } from './field.tsx';
import { Icon } from './icons.tsx';

/** The browser's own file input over the whole area: it is clicked, typed at and dropped on. */
export function FileDrop(props: {
  readonly wiring: Wiring;
  readonly invitation: string;
  /** What a click on a chosen file does. */
  readonly again: string;
  readonly file: File | null;
  /** File names and media types that the browser offers; Excel workbooks unless told. */
  readonly accept?: string;
  readonly onChange: (file: File | null) => void;
}) {
  const [isOver, setOver] = useState(false);
  const { file } = props;
  return (
    <div className={isOver ? 'file-drop over' : 'file-drop'}>
      <Icon name={file ? 'check' : 'upload'} size={24} />
      <p>
        {file ? (
          <>
            <strong>{file.name}</strong> <span className="quiet-text">{showSize(file.size)}</span>
            <br />
            <span className="quiet-text">{props.again}</span>
          </>
        ) : (
          <strong>{props.invitation}</strong>
        )}
      </p>
      <input
        {...props.wiring}
        type="file"
        accept={props.accept ?? '.xlsx'}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={(event) => {
          props.onChange(event.target.files?.[0] ?? null);
          // The same name chosen once more, after it was corrected, is a change too.
          event.target.value = '';
        }}
      />
    </div>
  );
}

/** In KB, or in MB with one digit. */
export function showSize(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
