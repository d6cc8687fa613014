import type { FileKindName, FileView } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';

/** What a scanner or a telephone makes of a paper. */
export const SCANS: readonly FileKindName[] = ['PDF', 'PNG', 'JPEG'];

/** By what anybody can tell whether a file is the one that was kept. */
export function Sha256({ of }: { readonly of: readonly Pick<FileView, 'id' | 'sha256'>[] }) {
  const { t } = useTranslation('documents');
  return of.map(({ id, sha256 }) => (
    <p key={id} className="sent-file">
      <small>{t('seal.sha256')}</small> <span className="fingerprint">{sha256}</span>
    </p>
  ));
}
