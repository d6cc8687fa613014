import type { FileScan } from '@ludao/contracts';

/** Whose a file is; the columns that row policies read. */
export interface FilePlacement {
  readonly ownerOrg: string;
  readonly districtCode: string | null;
  readonly parkId: string | null;
}

/** Bytes that were judged and stand in the store, and that no row names yet. */
export interface TakenFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly name: string;
  readonly scan: FileScan;
  /** What the scanner said, where it said something. */
  readonly scanDetail: string;
}

/** A file that is on record. */
export interface StoredFile extends TakenFile, FilePlacement {
  readonly id: string;
  readonly purpose: string;
  /** A person's id; null where the program made it. */
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

/** What the security log is told of a file with a virus. */
export interface InfectedFile {
  readonly at: Date;
  /** Who sent it. */
  readonly personId: string | null;
  /** '' where a later scan found it. */
  readonly address: string;
  readonly detail: string;
}
