import { randomUUID } from 'node:crypto';
import { can, EMPTY_CONTENT, type StockImport } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append } from '../../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf } from '../../../platform/session.ts';
import { enterParkEiaFromPaper, putPresentTenant } from '../../parks/index.ts';
import { enterHistoricalPermit } from '../../permits/index.ts';
import { check, ownedBy, viewOf } from '../checking/service.ts';
import { countOutcomes } from '../decide.ts';
import {
  streamOf,
  type ApprovalEntry,
  type EiaEntry,
  type Entry,
  type Judged,
  type PermitEntry,
  type ShareEntry,
  type StockPark,
  type StoredImport,
} from '../model.ts';
import type { Asking, StockDeps } from '../port.ts';
import type { Scoped } from '../service.ts';
import * as store from '../store.ts';

/** A refusal in the middle of writing: takes the whole transaction back. */
class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`the stock is not written: ${refusal.refused}`);
    this.refusal = refusal;
  }
}

/**
 * Writes every row that is new or corrected, in one transaction, as the check with this digest
 * showed it, or nothing. Everything is marked historical and no rule is run.
 */
export async function commit(
  scoped: Scoped,
  id: string,
  digest: string,
  asking: Asking,
  deps: StockDeps,
): Promise<StockImport | Refusal> {
  try {
    return await scoped((tx) => writeAll(tx, id, digest, asking, deps));
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
}

interface Writing {
  readonly tx: Tx;
  readonly stored: StoredImport;
  readonly park: StockPark;
  readonly acting: ReturnType<typeof actorOf> & {
    readonly actingFor: null;
    readonly now: Date;
    readonly causeId: string;
  };
  readonly asking: Asking;
  readonly deps: StockDeps;
}

async function writeAll(
  tx: Tx,
  id: string,
  digest: string,
  asking: Asking,
  deps: StockDeps,
): Promise<StockImport | Refusal> {
  const { session, now, today } = asking;
  const seen = await store.findImport(tx, id);
  if (!seen) return notFound();
  const owned = ownedBy(seen);
  if (!can(session, 'import', 'stock', owned)) return refuse('FORBIDDEN', {}, 403);
  await store.holdImports(tx, seen.parkId);
  const stored = await store.findImport(tx, id);
  const park = await store.findPark(tx, seen.parkId);
  if (!stored || !park) return notFound();
  if (stored.state !== 'CHECKED') return refuse('STOCK_SETTLED');
  const checked = await check(tx, stored, { today }, deps);
  if (checked.digest !== digest) return refuse('STOCK_CHANGED');
  const counts = countOutcomes(checked.judged);
  if (counts.FAULTY > 0) return refuse('STOCK_FAULTY', { count: counts.FAULTY });
  if (counts.NEW + counts.CHANGE === 0) return refuse('NOTHING_TO_COMMIT');
  const { actor, office } = actorOf(session, 'import', 'stock', owned);
  const acting = { actor, office, actingFor: null, now, causeId: `${streamOf(id)}@1` };
  const writing = { tx, stored, park, acting, asking, deps };
  for (const one of checked.judged) {
    if (one.entry && one.outcome !== 'SAME') await write(writing, one, one.entry);
  }
  await store.noteCommitted(tx, id, { person: actor, at: now });
  const bySheet = Map.groupBy(checked.judged, ({ sheet }) => sheet);
  await append(tx, { ...acting, causeId: asking.causeId }, [
    {
      stream: streamOf(id),
      type: 'stock.committed',
      typeVersion: 1,
      body: {
        parkId: stored.parkId,
        sha256: stored.sha256,
        written: String(counts.NEW + counts.CHANGE),
        rows: Object.fromEntries([...bySheet].map(([sheet, rows]) => [sheet, String(rows.length)])),
      },
      ownerOrg: stored.ownerOrg,
      districtCode: stored.districtCode,
    },
  ]);
  const after = await store.findImport(tx, id);
  return after ? viewOf(tx, after, asking, deps) : notFound();
}

async function write(writing: Writing, judged: Judged, entry: Entry): Promise<void> {
  const { tx, stored, park } = writing;
  const tenant = 'tenant' in entry ? entry.tenant : null;
  const ownerOrg = tenant?.enterpriseId ?? park.ownerOrg ?? stored.ownerOrg;
  const districtCode = tenant?.districtCode ?? park.districtCode;
  const place = { ownerOrg, districtCode, parkId: park.parkId };
  const fileId = await linkScan(writing, judged, place);
  const subjectId = await subjectOf(writing, entry, fileId);
  const { sheet, row } = judged;
  const { rowNumber } = row;
  await store.insertEntry(tx, {
    importId: stored.id,
    sheet,
    rowNumber,
    ...place,
    subjectId,
    fileId,
  });
}

/** The scan, where whoever sees the thing itself sees it. */
async function linkScan(
  { tx, acting, asking, deps }: Writing,
  { scan }: Judged,
  place: { readonly ownerOrg: string; readonly districtCode: string; readonly parkId: string },
): Promise<string | null> {
  if (!scan) return null;
  const entry = { ...place, purpose: 'stock-scan', by: acting, today: asking.today };
  const linked = await deps.files.link(tx, scan.id, entry);
  if (isRefusal(linked)) throw new RefusedError(linked);
  return linked.id;
}

function subjectOf(writing: Writing, entry: Entry, fileId: string | null): Promise<string> {
  switch (entry.sheet) {
    case 'EIA':
      return writeEia(writing, entry, fileId);
    case 'PERMITS':
      return writePermit(writing, entry);
    case 'APPROVALS':
      return writeApproval(writing, entry);
    case 'SHARES':
      return writeShare(writing, entry);
  }
}

async function writeEia(
  { tx, park, acting, asking, deps }: Writing,
  { form, decision }: EiaEntry,
  fileId: string | null,
): Promise<string> {
  if (fileId === null) throw new Error('an EIA from paper without its scan');
  const { parkId, park: name, ownerOrg, districtCode } = park;
  const place = { parkId, park: name, ownerOrg, districtCode };
  const paper = { form, decision: { ...decision, approvalFile: fileId } };
  const cause = { ...asking, causeId: acting.causeId };
  const entered = await enterParkEiaFromPaper(tx, paper, place, cause, deps);
  if (isRefusal(entered)) throw new RefusedError(entered);
  return entered.id;
}

async function writePermit(
  { tx, acting, deps }: Writing,
  { holder, site, category, number, validFrom, validTo, amounts, tenant }: PermitEntry,
): Promise<string> {
  const content = {
    ...EMPTY_CONTENT,
    address: tenant?.address ?? '',
    industries: tenant ? tenant.industries.slice(0, 5) : [],
    amounts: [...amounts],
  };
  const permit = { holder, site, category, content, number, validFrom, validTo };
  const entered = await enterHistoricalPermit(tx, permit, acting, deps.law().ruleSet);
  if (isRefusal(entered)) throw new RefusedError(entered);
  return entered.id;
}

async function writeApproval(
  { tx, stored, park, acting }: Writing,
  approval: ApprovalEntry,
): Promise<string> {
  const id = randomUUID();
  const { parkId } = park;
  await store.insertApproval(tx, { ...approval, id, parkId, importId: stored.id });
  const { document, number, approvedOn, acceptedOn, tenant } = approval;
  await append(tx, acting, [
    {
      stream: `historical-approval/${id}`,
      type: 'historical_approval.taken_over',
      typeVersion: 1,
      body: { parkId, document, number, approvedOn, acceptedOn },
      ownerOrg: tenant.enterpriseId,
      districtCode: tenant.districtCode,
      expectedSeq: 0,
    },
  ]);
  return id;
}

function writeShare(
  { tx, park, acting }: Writing,
  { tenant, since, shares }: ShareEntry,
): Promise<string> {
  const { enterpriseId, districtCode } = tenant;
  const present = { enterpriseId, districtCode, parkId: park.parkId, since, shares };
  return putPresentTenant(tx, present, acting);
}
