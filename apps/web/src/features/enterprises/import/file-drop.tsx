import { IMPORT_LIMITS, type Said } from '@ludao/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wiring } from '../../../ui/desk/field.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { showSize } from './texts.ts';

/** What can be told of a file before it is sent; what is in it, the server judges. */
export function faultOfFile(file: File): Said | null {
  if (file.size === 0) return { code: 'FILE_EMPTY', params: {} };
  if (file.size <= IMPORT_LIMITS.bytes) return null;
  const megabytes = Math.ceil((file.size / 1024 / 1024) * 10) / 10;
  return {
    code: 'FILE_TOO_LARGE',
    params: { megabytes, limit: IMPORT_LIMITS.bytes / 1024 / 1024 },
  };
}

/** The browser's own file input over the whole area: it is clicked, typed at and dropped on. */
export function FileDrop(props: {
  readonly wiring: Wiring;
  readonly invitation: string;
  readonly file: File | null;
  readonly onChange: (file: File | null) => void;
}) {
  const { t } = useTranslation('imports');
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
            <span className="quiet-text">{t('form.change')}</span>
          </>
        ) : (
          <strong>{props.invitation}</strong>
        )}
      </p>
      <input
        {...props.wiring}
        type="file"
        accept=".xlsx"
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
