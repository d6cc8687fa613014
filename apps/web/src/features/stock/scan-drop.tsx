import { FILE_KINDS } from '@ludao/contracts';
import type { Wiring } from '../../ui/desk/field.tsx';
import { Icon } from '../../ui/desk/icons.tsx';

const KINDS = ['PDF', 'PNG', 'JPEG', 'WEBP', 'HEIC'] as const;
const ACCEPTED = KINDS.flatMap((kind) => FILE_KINDS[kind].endings.map((one) => `.${one}`)).join(
  ',',
);

/** Several scans at once: clicked, typed at or dropped. */
export function ScanDrop(props: {
  readonly wiring: Wiring;
  readonly text: string;
  readonly isChosen: boolean;
  readonly onChange: (files: readonly File[]) => void;
}) {
  return (
    <div className="file-drop">
      <Icon name={props.isChosen ? 'check' : 'upload'} size={24} />
      <p>
        <strong>{props.text}</strong>
      </p>
      <input
        {...props.wiring}
        type="file"
        multiple
        accept={ACCEPTED}
        onChange={(event) => {
          props.onChange([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
