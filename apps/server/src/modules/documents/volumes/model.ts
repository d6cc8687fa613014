import type { ArchiveItem } from '@ludao/contracts';

/** A volume 案卷: the documents of one matter, kept and archived together. */
export interface StoredVolume {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly title: string;
  readonly subjectKind: 'enterprise' | 'park';
  readonly subjectId: string;
  readonly subjectName: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly version: number;
  readonly number: string | null;
  /** Of a closed volume; null is for ever. */
  readonly retentionYears: number | null;
  readonly archiveFile: string | null;
  readonly archiveSha256: string | null;
  readonly archiveItems: readonly ArchiveItem[] | null;
}

export type NewVolume = Omit<
  StoredVolume,
  | 'closedOn'
  | 'version'
  | 'number'
  | 'retentionYears'
  | 'archiveFile'
  | 'archiveSha256'
  | 'archiveItems'
>;
