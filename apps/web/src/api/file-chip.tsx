import {
  FILE_KINDS,
  kindOfMediaType,
  ROUTES,
  type FileKind,
  type FileView,
} from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/index.ts';
import { showSize } from '../ui/desk/file-drop.tsx';
import { Icon } from '../ui/desk/icons.tsx';
import { addressOf } from './client.ts';

/** One file: its name opens or saves it, beside it what it is, its size and what the scan found. */
export function FileChip(props: {
  readonly file: FileView;
  /** Where a capability serves it to its own readers; else where files stand by themselves. */
  readonly address?: string;
}) {
  const { t, i18n } = useTranslation('files');
  const { file } = props;
  const name = kindOfMediaType(file.mediaType);
  const kind: FileKind | undefined = name && FILE_KINDS[name];
  const address = props.address ?? addressOf(ROUTES.getFile, { params: { id: file.id } });
  const isOpened = kind?.isInline ?? false;
  return (
    <span className="file-chip">
      <Icon name={isOpened ? 'eye' : 'download'} />
      {file.scan === 'INFECTED' ? (
        <span className="file-name">{file.name}</span>
      ) : (
        <a
          className="file-name"
          href={address}
          {...(isOpened ? { target: '_blank', rel: 'noreferrer' } : { download: file.name })}
        >
          {file.name}
          <span className="visually-hidden">{` (${t(isOpened ? 'opens' : 'saves')})`}</span>
        </a>
      )}
      <span className="quiet-text">
        {[kind?.[currentLanguage(i18n)], showSize(file.bytes)].filter(Boolean).join(' · ')}
      </span>
      {file.scan === 'UNSCANNED' && <span className="file-scan">{t('unscanned')}</span>}
      {file.scan === 'INFECTED' && (
        <span className="file-scan bad">
          <Icon name="warn" size={15} />
          {t('infected')}
        </span>
      )}
    </span>
  );
}
