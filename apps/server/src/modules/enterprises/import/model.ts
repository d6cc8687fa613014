import type {
  EnterpriseForm,
  ImportColumn,
  ImportState,
  RowFault,
  RowOutcome,
  Said,
  Subject,
} from '@ludao/contracts';
import type { KnownCodes } from '../profile-decide.ts';
import type { Stay } from '../tenancy-decide.ts';

/** Rows per statement and between two looks at the event loop: well below a tenth of a second. */
export const CHUNK = 1000;

/** Who asked last, with the reach of that moment: the program goes on in this name. */
export interface Asker extends Subject {
  readonly personId: string;
  /** What the posts that give the right reach together: the scope of the rows. */
  readonly orgs: readonly string[];
  readonly districts: readonly string[];
  readonly parks: readonly string[];
  /** The post that gives the right. */
  readonly office: string | null;
}

/** A row as it stands in the file. */
export interface StagedRow {
  /** As Excel shows it, from 1. */
  readonly rowNumber: number;
  readonly raw: Readonly<Partial<Record<ImportColumn, string>>>;
  /** What the reader could not read; their values are ''. */
  readonly cellFaults: readonly RowFault[];
}

/** What the check says of a row. */
export interface Verdict {
  readonly rowNumber: number;
  readonly outcome: RowOutcome;
  /** What would be registered; null where the row is faulty or skipped. */
  readonly form: EnterpriseForm | null;
  /** As GB 32100 writes it, also of a faulty row where it can be read. */
  readonly creditCode: string | null;
  readonly faults: readonly RowFault[];
  /** Fields that would change. */
  readonly changes: readonly string[];
  readonly existing: Existing | null;
}

/** An enterprise in reach that is registered under a code of the file. */
export interface Existing {
  readonly id: string;
  readonly version: number;
  readonly form: EnterpriseForm;
  readonly stays: readonly Stay[];
}

/** A park that the asker may choose. Units by their names without blanks. */
export interface ParkChoice {
  readonly id: string;
  readonly name: string;
  readonly districtCode: string;
  readonly unitNames: readonly string[];
  readonly units: ReadonlyMap<string, string>;
  readonly unitIds: ReadonlySet<string>;
}

/** All that judging needs and that stays the same over the rows of an import. */
export interface Reach {
  readonly asker: Asker;
  readonly codes: KnownCodes;
  readonly today: string;
  /** By name without blanks; several counties may have a park of one name. */
  readonly parks: ReadonlyMap<string, readonly ParkChoice[]>;
  readonly parksById: ReadonlyMap<string, ParkChoice>;
  readonly onExisting: 'change' | 'skip';
}

/** What is registered under the codes of some rows. */
export interface Registered {
  readonly existing: ReadonlyMap<string, Existing>;
  /** Codes that are registered anywhere. */
  readonly taken: ReadonlySet<string>;
}

/** What the program knows of an import while it works on it; never the file itself. */
export interface Job {
  readonly id: string;
  readonly ownerOrg: string;
  readonly state: ImportState;
  readonly sha256: string;
  readonly onExisting: 'change' | 'skip';
  readonly asker: Asker;
  readonly askedAt: Date;
  readonly lastRow: number;
  readonly readThrough: boolean;
  readonly correcting: boolean;
  readonly chosen: readonly number[] | null;
  readonly notice: Notice | null;
}

export type Notice = Said;
