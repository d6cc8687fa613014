import { createHash } from 'node:crypto';
import { can, STOCK_SHEET_NAMES, type StockImport, type StockRow } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { writeCanonical } from '../../../platform/event-log/index.ts';
import {
  firstReconciled,
  listTenantsOfPark,
  paperFaultOfParkEia,
  standingOfPark,
} from '../../parks/index.ts';
import { placesOfHolders } from '../../permits/index.ts';
import { columnOfEiaFault, countOutcomes, judgeAll } from '../decide.ts';
import {
  approvalKey,
  comparable,
  placeKey,
  type EiaEntry,
  type Judged,
  type Known,
  type Scan,
  type StockPark,
  type StoredImport,
  type Tenant,
} from '../model.ts';
import type { Asking, StockDeps } from '../port.ts';
import * as store from '../store.ts';

export interface Checked {
  readonly judged: readonly Judged[];
  readonly scans: readonly Scan[];
  /** Of what a commit would do. */
  readonly digest: string;
}

/** What committing an import would do as everything stands now; nothing is written. */
export async function check(
  tx: Tx,
  stored: StoredImport,
  { today }: Pick<Asking, 'today'>,
  deps: StockDeps,
): Promise<Checked> {
  const scans = await store.listScans(tx, stored.id);
  const park = await store.findPark(tx, stored.parkId);
  if (!park) throw new Error('an import of no park');
  const judged = judgeAll(stored.rows, await knownOf(tx, park, scans, today, deps));
  const shown = judged.map(({ sheet, row, outcome, faults, scan }) => ({
    sheet,
    row: row.rowNumber,
    values: row.values,
    outcome,
    faults: faults.map(({ column, code }) => `${column} ${code}`),
    scan: scan?.sha256 ?? null,
  }));
  const digest = createHash('sha256').update(writeCanonical(shown)).digest('hex');
  return { judged, scans, digest };
}

export async function tenantsOf(tx: Tx, parkId: string): Promise<Tenant[]> {
  const rows = await listTenantsOfPark(tx, parkId);
  return rows.map(({ admissionId: _a, shares: _s, ...tenant }) => tenant);
}

async function knownOf(
  tx: Tx,
  park: StockPark,
  scans: readonly Scan[],
  today: string,
  { law, permitInForce }: StockDeps,
): Promise<Known> {
  const { parkId } = park;
  const rows = await listTenantsOfPark(tx, parkId);
  const standing = await standingOfPark(tx, parkId, today, permitInForce);
  const ids = rows.map(({ enterpriseId }) => enterpriseId);
  const places = await placesOfHolders(tx, [parkId, ...ids]);
  const approvals = await store.listApprovals(tx, ids);
  const { facts } = law().table;
  return {
    today,
    park,
    tenants: new Map(
      rows.flatMap((row) => (row.creditCode === null ? [] : [[row.creditCode, row] as const])),
    ),
    scans: new Map(scans.map((scan) => [comparable(scan.name), scan])),
    eia: standing.eia ?? standing.waitingEia,
    permits: new Map(
      places.map(({ holderId, site, number }) => [placeKey(holderId, site), number]),
    ),
    approvals: new Set(
      approvals.flatMap(({ enterpriseId, approvals: known }) =>
        known.map(({ number }) => approvalKey(enterpriseId, number)),
      ),
    ),
    waiting: new Map(standing.waiting.map((one) => [one.enterpriseId, one])),
    holding: new Set(
      rows.flatMap(({ enterpriseId, admissionId }) => (admissionId ? [enterpriseId] : [])),
    ),
    reconciledOn: await firstReconciled(tx, parkId),
    processes: new Map(
      facts
        .filter(({ key, type }) => type === 'boolean' && key.startsWith('process.'))
        .flatMap(({ key, label }) => [label.zh, label.en].map((one) => [comparable(one), key])),
    ),
    eiaFault: (entry) => eiaFault(entry, park, law(), today),
  };
}

function eiaFault(
  { form, decision }: EiaEntry,
  { parkId, park, ownerOrg, districtCode }: StockPark,
  law: ReturnType<StockDeps['law']>,
  today: string,
) {
  const place = { parkId, park, ownerOrg, districtCode };
  const fault = paperFaultOfParkEia({ form, decision }, place, law, today);
  if (!fault) return undefined;
  const { refused, params } = fault;
  if (refused !== 'ENTRY_INVALID') {
    return { column: columnOfEiaFault(params['field'] ?? 'validTo'), code: refused, params };
  }
  const reason = String(params['reason'] ?? '');
  return { column: 'industries', code: 'EIA_UNREADABLE', params: { ...params, reason } };
}

export function ownedBy({ ownerOrg, districtCode, parkId }: StoredImport) {
  return { ownerOrg, districtCode, parkId };
}

/** One import as the asker may see it, with what a commit would do. */
export async function viewOf(
  tx: Tx,
  stored: StoredImport,
  asking: Pick<Asking, 'session' | 'today'>,
  deps: StockDeps,
): Promise<StockImport> {
  const { judged, scans, digest } = await check(tx, stored, asking, deps);
  const owned = ownedBy(stored);
  const { session } = asking;
  const isOpen = stored.state === 'CHECKED';
  const counts = countOutcomes(judged);
  const named = new Set(judged.map(({ row }) => comparable(row.values['scan'] ?? '')));
  const rows = isOpen ? judged.map(rowOf) : [];
  return {
    ...headOf(stored),
    version: stored.version,
    counts,
    bySheet: STOCK_SHEET_NAMES.map((sheet) => {
      const own = judged.filter((one) => one.sheet === sheet);
      return {
        sheet,
        rows: own.length,
        faulty: own.filter(({ outcome }) => outcome === 'FAULTY').length,
        withScan: own.filter(({ scan }) => scan !== null).length,
      };
    }),
    rows: rows.toSorted((one, other) => rank(one) - rank(other)),
    scans: scans.map((scan) => ({ ...scan, named: named.has(comparable(scan.name)) })),
    digest,
    may: {
      send: isOpen && can(session, 'update', 'stock', owned),
      commit:
        isOpen &&
        counts.FAULTY === 0 &&
        counts.NEW + counts.CHANGE > 0 &&
        can(session, 'import', 'stock', owned),
    },
  };
}

function rank({ outcome }: StockRow): number {
  return outcome === 'FAULTY' ? 0 : 1;
}

function rowOf({ sheet, row, about, what, outcome, faults }: Judged): StockRow {
  const scan = row.values['scan'] ?? '';
  return { sheet, row: row.rowNumber, about, what, scan, outcome, faults: [...faults] };
}

export function headOf(stored: Omit<StoredImport, 'rows'>) {
  const { id, parkId, park, state, fileName, sha256, bytes, sentAt, committedAt } = stored;
  return {
    id,
    parkId,
    park,
    state,
    fileName,
    sha256,
    bytes,
    sentAt: sentAt.toISOString(),
    committedAt: committedAt?.toISOString() ?? null,
  };
}
