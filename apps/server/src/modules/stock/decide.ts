import {
  checkCreditCode,
  kindOfMediaType,
  STOCK_SHEET_NAMES,
  type FileKindName,
  type StockOutcome,
  type StockSheet,
} from '@ludao/contracts';
import { openCells, type Cells } from './cells.ts';
import {
  approvalKey,
  comparable,
  placeKey,
  type Entry,
  type Judged,
  type Known,
  type Scan,
  type ShareEntry,
  type Staged,
  type StagedRow,
} from './model.ts';
import { readEntry } from './read-row.ts';

/** What a sheet of paper becomes. */
const SCAN_KINDS: readonly (FileKindName | undefined)[] = ['PDF', 'PNG', 'JPEG', 'WEBP', 'HEIC'];

/**
 * What committing each row would do, by what is on record now. Rows are kept together by their
 * sheets; no rule of the law is asked about any of them.
 */
export function judgeAll(staged: Staged, known: Known): Judged[] {
  return STOCK_SHEET_NAMES.flatMap((sheet) => {
    const first = new Map<string, number>();
    return staged[sheet].filter(saysSomething).map((row) => judgeRow(sheet, row, known, first));
  });
}

/** A row of the template that nobody has filled in names a tenant and nothing else. */
function saysSomething({ values, faults }: StagedRow): boolean {
  const said = Object.keys(values).filter((key) => key !== 'creditCode' && key !== 'name');
  return said.length > 0 || faults.length > 0;
}

function judgeRow(
  sheet: StockSheet,
  row: StagedRow,
  known: Known,
  first: Map<string, number>,
): Judged {
  const cells = openCells(sheet, row);
  const read = readEntry(sheet, cells, known);
  if (read) refuseTwice(read, row, cells, first);
  const outcome = read && cells.faults.length === 0 ? outcomeOf(read, cells, known) : 'FAULTY';
  // What is on record already was handed in with its paper.
  const scan = outcome === 'SAME' ? null : readScan(cells, known);
  const isGood = cells.faults.length === 0;
  return {
    sheet,
    row,
    about: nameOf(cells, known),
    what: cells.raw('title') || cells.raw('project') || cells.raw('number'),
    outcome: isGood ? outcome : 'FAULTY',
    faults: cells.faults,
    entry: isGood ? read : null,
    scan: isGood ? scan : null,
  };
}

function nameOf(cells: Cells, { tenants, park }: Known): string {
  const code = cells.raw('creditCode');
  const checked = checkCreditCode(code);
  const tenant = checked.ok ? tenants.get(checked.code) : undefined;
  return tenant?.enterprise || cells.raw('name') || code || park.park;
}

function readScan(cells: Cells, { scans }: Known): Scan | null {
  const value = cells.raw('scan');
  if (value === '') return null;
  const scan = scans.get(comparable(value));
  if (!scan) cells.fault('scan', 'SCAN_MISSING', { value });
  else if (!SCAN_KINDS.includes(kindOfMediaType(scan.mediaType))) {
    cells.fault('scan', 'SCAN_KIND', { value });
  } else if (scan.scan === 'INFECTED') cells.fault('scan', 'SCAN_INFECTED', { value });
  return scan ?? null;
}

function refuseTwice(
  entry: Entry,
  { rowNumber }: StagedRow,
  cells: Cells,
  first: Map<string, number>,
): void {
  const key = keyOf(entry);
  const other = first.get(key);
  if (other === undefined) first.set(key, rowNumber);
  else if (entry.sheet === 'EIA') cells.fault('title', 'EIA_ONE_ROW', { other });
  else cells.fault('creditCode', 'STOCK_ROW_TWICE', { other });
}

function keyOf(entry: Entry): string {
  switch (entry.sheet) {
    case 'EIA':
      return 'eia';
    case 'PERMITS':
      return placeKey(entry.holder.id, entry.site);
    case 'APPROVALS':
      return approvalKey(entry.tenant.enterpriseId, entry.number);
    case 'SHARES':
      return entry.tenant.enterpriseId;
  }
}

/** What is on record of it; a fault where that says otherwise. */
function outcomeOf(entry: Entry, cells: Cells, known: Known): StockOutcome {
  switch (entry.sheet) {
    case 'EIA': {
      const { approvalNo } = entry.decision;
      if (known.eia) {
        if (known.eia.approvalNo === approvalNo) return 'SAME';
        const limit = known.eia.approvalNo ?? known.eia.title;
        cells.fault('approvalNo', 'PARK_EIA_EXISTS', { value: approvalNo, limit });
        return 'FAULTY';
      }
      const fault = known.eiaFault(entry);
      if (fault) cells.fault(fault.column, fault.code, fault.params);
      return 'NEW';
    }
    case 'PERMITS': {
      const { number: value } = entry;
      const limit = known.permits.get(placeKey(entry.holder.id, entry.site));
      if (limit === undefined) return 'NEW';
      if (limit === value) return 'SAME';
      if (limit === null) cells.fault('number', 'PERMIT_UNDER_WAY');
      else cells.fault('number', 'PERMIT_EXISTS', { value, limit });
      return 'FAULTY';
    }
    case 'APPROVALS': {
      const key = approvalKey(entry.tenant.enterpriseId, entry.number);
      return known.approvals.has(key) ? 'SAME' : 'NEW';
    }
    case 'SHARES':
      return outcomeOfShare(entry, cells, known);
  }
}

function outcomeOfShare(
  { tenant: { enterpriseId }, since, shares }: ShareEntry,
  cells: Cells,
  { waiting, holding, reconciledOn }: Known,
): StockOutcome {
  if (reconciledOn !== null) {
    cells.fault('creditCode', 'PARK_RECONCILED', { limit: reconciledOn });
  } else if (holding.has(enterpriseId)) cells.fault('creditCode', 'SHARE_HELD');
  const before = waiting.get(enterpriseId);
  if (!before) return 'NEW';
  const amounts = new Map(before.shares.map(({ item, amount }) => [item, amount]));
  const isSame =
    before.since === since &&
    amounts.size === shares.length &&
    shares.every(({ item, amount }) => amounts.get(item) === amount);
  return isSame ? 'SAME' : 'CHANGE';
}

/** Rows by what would become of them. */
export function countOutcomes(judged: readonly Judged[]): Record<StockOutcome, number> {
  const counts = { NEW: 0, CHANGE: 0, SAME: 0, FAULTY: 0 };
  for (const { outcome } of judged) counts[outcome] += 1;
  return counts;
}

/** In which column an approval from paper is at fault, by the field that its check names. */
export function columnOfEiaFault(field: unknown): string {
  const columns: Readonly<Record<string, string>> = {
    approvedOn: 'approvedOn',
    inForceFrom: 'inForceFrom',
    validTo: 'validTo',
    totals: 'COD',
    title: 'title',
  };
  return columns[String(field)] ?? 'industries';
}
