import type {
  AllowanceItem,
  EiaDocument,
  FileView,
  HeldCategory,
  ParkEiaForm,
  PermitHolder,
  PollutantAmount,
  StockFault,
  StockOutcome,
  StockSheet,
  StockState,
} from '@ludao/contracts';

/** A row as it stands in the workbook. */
export interface StagedRow {
  /** As Excel shows it, from 1. */
  readonly rowNumber: number;
  /** By the keys of its sheet's columns; what is empty is absent. */
  readonly values: Readonly<Partial<Record<string, string>>>;
  /** What the reader could not read. */
  readonly faults: readonly StockFault[];
}
export type Staged = Readonly<Record<StockSheet, readonly StagedRow[]>>;

export interface StoredImport {
  readonly id: string;
  readonly parkId: string;
  readonly park: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly state: StockState;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly sentAt: Date;
  readonly committedAt: Date | null;
  readonly rows: Staged;
  readonly version: number;
}

/** The park whose stock it is. */
export interface StockPark {
  readonly parkId: string;
  readonly park: string;
  readonly districtCode: string;
  /** Who runs it. */
  readonly ownerOrg: string | null;
  /** Whether anybody can hold its permit. */
  readonly hasHolder: boolean;
}

export interface Tenant {
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly creditCode: string | null;
  readonly districtCode: string;
  readonly address: string;
  readonly industries: readonly string[];
}

export interface Share {
  readonly item: AllowanceItem;
  readonly amount: bigint;
}

export interface EiaEntry {
  readonly sheet: 'EIA';
  readonly form: ParkEiaForm;
  readonly decision: {
    readonly decision: 'APPROVE';
    readonly office: string;
    readonly words: string;
    readonly approvalNo: string;
    readonly approvedOn: string;
    readonly inForceFrom: string;
    readonly validTo: string;
    readonly permitNo: null;
  };
}
export interface PermitEntry {
  readonly sheet: 'PERMITS';
  readonly holder: PermitHolder;
  readonly site: string;
  readonly category: HeldCategory;
  readonly number: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly amounts: readonly PollutantAmount[];
  /** Null where it is the park's. */
  readonly tenant: Tenant | null;
}
export interface ApprovalEntry {
  readonly sheet: 'APPROVALS';
  readonly tenant: Tenant;
  readonly document: EiaDocument;
  readonly project: string;
  readonly number: string;
  readonly office: string;
  readonly approvedOn: string;
  readonly acceptedOn: string | null;
}
export interface ShareEntry {
  readonly sheet: 'SHARES';
  readonly tenant: Tenant;
  readonly since: string;
  readonly shares: readonly Share[];
}
export type Entry = EiaEntry | PermitEntry | ApprovalEntry | ShareEntry;

/** A scan that was sent with an import. */
export type Scan = FileView;

/** What the rows are judged by, as it stands now. */
export interface Known {
  readonly today: string;
  readonly park: StockPark;
  /** Tenants of today, by credit code. */
  readonly tenants: ReadonlyMap<string, Tenant>;
  /** By name, `comparable`. */
  readonly scans: ReadonlyMap<string, Scan>;
  /** Of the park: in force, or on its way. */
  readonly eia: { readonly title: string; readonly approvalNo: string | null } | null;
  /** Numbers of permits by holder and place; null: being applied for. */
  readonly permits: ReadonlyMap<string, string | null>;
  /** Approvals on file, by enterprise and number. */
  readonly approvals: ReadonlySet<string>;
  /** What tenants hold by an earlier import. */
  readonly waiting: ReadonlyMap<
    string,
    { readonly since: string; readonly shares: readonly Share[] }
  >;
  /** Enterprises that hold a share by an admission. */
  readonly holding: ReadonlySet<string>;
  readonly reconciledOn: string | null;
  /** Processes of the vocabulary by their names, `comparable`. */
  readonly processes: ReadonlyMap<string, string>;
  /** What keeps an approval from being taken over, beyond the cells. */
  readonly eiaFault: (entry: EiaEntry) => Omit<StockFault, 'value'> | undefined;
}

/** What would become of a row. */
export interface Judged {
  readonly sheet: StockSheet;
  readonly row: StagedRow;
  readonly about: string;
  readonly what: string;
  readonly outcome: StockOutcome;
  readonly faults: readonly StockFault[];
  /** Null where it is faulty. */
  readonly entry: Entry | null;
  readonly scan: Scan | null;
}

export function streamOf(id: string): string {
  return `stock-import/${id}`;
}

/** Blanks, width and case make no other name. */
export function comparable(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** By which a permit on record is found again. */
export function placeKey(holderId: string, site: string): string {
  return `${holderId} ${comparable(site)}`;
}

export function approvalKey(enterpriseId: string, number: string): string {
  return `${enterpriseId} ${comparable(number)}`;
}
