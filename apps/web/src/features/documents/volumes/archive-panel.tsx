import type { VolumeView } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { showSize } from '../../../ui/desk/file-drop.tsx';

/** What the archive holds, and by what anybody can tell that nothing in it was changed. */
export function ArchivePanel({
  archive: { sha256, items },
}: {
  readonly archive: NonNullable<VolumeView['archive']>;
}) {
  const { t } = useTranslation('documents');
  return (
    <section className="sheet archive-panel" aria-labelledby="archive">
      <h2 id="archive">{t('volume.archive.title')}</h2>
      <p>
        <small>{t('volume.archive.sha256')}</small>
        <br />
        <span className="fingerprint archive-sha256">{sha256}</span>
      </p>
      <p className="fine">{t('volume.archive.check')}</p>
      <details>
        <summary>{t('volume.archive.items', { count: items.length })}</summary>
        <ul className="archive-items">
          {items.map((item) => (
            <li key={item.path}>
              <span>{item.path}</span> <span className="quiet-text">{showSize(item.bytes)}</span>
              <span className="fingerprint">{item.sha256}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
