import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isUniqueViolation, type Tx } from '../../../platform/db.ts';
import {
  append,
  StreamConflictError,
  type EventContext,
  type JsonObject,
} from '../../../platform/event-log/index.ts';
import { widenScope } from '../../../platform/scope.ts';
import { enterOrganisations } from '../../organisations/index.ts';
import { differenceOf } from '../decide.ts';
import { enterEnterprises } from '../entry-store.ts';
import { judgeRows, loadReach } from './check.ts';
import { isAsChecked } from './decide.ts';
import * as jobs from './job-store.ts';
import { CHUNK, type Job, type Reach, type Verdict } from './model.ts';
import { changeEnterprises } from './register-store.ts';
import { countRows, forgetVerdicts, readGoodRows } from './row-store.ts';
import { asAsker, knownTo, refuseStopped, scopeOfAsker, type Work } from './work.ts';

/** After so long without being done a commit is asked for again: rights may have changed. */
const COMMIT_MINUTES = 60;

/** A row would now do something else than what the person was shown. */
class ChangedSinceCheckError extends Error {
  override name = 'ChangedSinceCheckError';
  readonly row: number;
  constructor(row: number, options?: ErrorOptions) {
    super(`row ${row} is no longer as it was checked`, options);
    this.row = row;
  }
}

/**
 * Writes the good rows in one transaction: all of them, or, when the register has changed since the
 * check, none; the rows are then checked anew.
 */
export async function commitRows(work: Work, { id, asker }: Job): Promise<void> {
  try {
    await asAsker(work, asker, (tx) => writeAll(tx, work, id));
  } catch (error) {
    const row = rowOfChange(error);
    if (row === null) throw error;
    await asAsker(work, asker, async (tx) => {
      const job = await jobs.lockImport(tx, id);
      if (job?.state !== 'COMMITTING') return;
      await forgetVerdicts(tx, id);
      await countRows(tx, id);
      const notice = { code: 'CHANGED_SINCE_CHECK', params: { row } };
      await jobs.setState(tx, id, 'READING', work.clock.now(), { notice });
    });
  }
}

/** Two that write the same code or the same enterprise at once are told apart by the database. */
function rowOfChange(error: unknown): number | null {
  if (error instanceof ChangedSinceCheckError) return error.row;
  const raced =
    error instanceof StreamConflictError ||
    isUniqueViolation(error, 'organisation_credit_code_unique') ||
    isUniqueViolation(error, 'enterprise_credit_code_unique');
  return raced ? 0 : null;
}

async function writeAll(tx: Tx, work: Work, id: string): Promise<void> {
  const job = await jobs.lockImport(tx, id);
  if (job?.state !== 'COMMITTING') return;
  const now = work.clock.now();
  if (now.getTime() - job.askedAt.getTime() > COMMIT_MINUTES * 60_000) {
    const notice = { code: 'COMMIT_TOO_OLD', params: { minutes: COMMIT_MINUTES } };
    return await jobs.setState(tx, id, 'CHECKED', now, { notice });
  }
  const reach = await loadReach(tx, job, knownTo(work));
  const context = {
    actor: job.asker.personId,
    office: job.asker.office,
    actingFor: null,
    now,
    causeId: `import/${id}@1`,
  };
  const done = { registered: 0, changed: 0 };
  let last = 0;
  for (;;) {
    refuseStopped(work);
    const rows = await readGoodRows(tx, job, last, CHUNK);
    const end = rows.at(-1);
    if (!end) break;
    const verdicts = await judgeRows(tx, rows, reach, { lock: true });
    const other = rows.findIndex((row, at) => !isAsChecked(row, verdicts[at]!));
    if (other >= 0) throw new ChangedSinceCheckError(rows[other]!.rowNumber);
    const written = await writeChunk(tx, verdicts, reach, context, work.clock.today());
    done.registered += written.registered;
    done.changed += written.changed;
    last = end.rowNumber;
    work.onChunk?.('written');
    await setImmediate();
  }
  const { causeId: _, ...byAsker } = context;
  await append(tx, byAsker, [
    {
      stream: `import/${id}`,
      type: 'import.committed',
      typeVersion: 1,
      body: { sha256: job.sha256, chosen: job.chosen !== null, ...done },
      ownerOrg: job.ownerOrg,
      districtCode: null,
      expectedSeq: 0,
    },
  ]);
  await jobs.setState(tx, id, 'DONE', now, { ...done, chosen: job.chosen });
}

async function writeChunk(
  tx: Tx,
  verdicts: readonly Verdict[],
  { asker }: Reach,
  context: EventContext,
  today: string,
): Promise<{ registered: number; changed: number }> {
  const forms = verdicts.map(({ form, existing }) => ({ form: form!, existing }));
  const fresh = forms
    .filter(({ existing }) => !existing)
    .map(({ form }) => ({ id: randomUUID(), ...form }));
  const known = forms.flatMap(({ form, existing }) => (existing ? [{ form, existing }] : []));
  // What lies in the counties of the asker's office is in scope; what is so by its park is not yet.
  const inDistricts = new Set(asker.districts);
  const toOpen = [
    ...fresh.filter(({ districtCode }) => !inDistricts.has(districtCode)),
    ...known
      .filter(({ form, existing }) =>
        [form, existing.form].some(({ districtCode }) => !inDistricts.has(districtCode)),
      )
      .map(({ existing }) => existing),
  ].map(({ id }) => id);
  if (toOpen.length > 0) await widenScope(tx, scopeOfAsker(asker), ...toOpen);
  if (fresh.length > 0) {
    const organisations = fresh.map(({ id, name, creditCode, districtCode }) => ({
      id,
      kind: 'ENTERPRISE' as const,
      name,
      creditCode,
      districtCode,
      territory: [],
      isPublic: false,
    }));
    await enterOrganisations(tx, organisations, context.now);
    await enterEnterprises(tx, fresh);
  }
  if (known.length > 0) {
    const changed = known.map(({ form, existing }) => ({ id: existing.id, form }));
    await changeEnterprises(tx, changed, today);
  }
  await append(tx, context, [
    ...fresh.map(({ id, ...form }) => ({
      ...eventOf(id, form.districtCode),
      type: 'enterprise.registered',
      body: form,
      expectedSeq: 0,
    })),
    ...known.map(({ form, existing }) => ({
      ...eventOf(existing.id, form.districtCode),
      type: 'enterprise.changed',
      body: { changes: differenceOf(existing.form, form) } as unknown as JsonObject,
    })),
  ]);
  return { registered: fresh.length, changed: known.length };
}

function eventOf(id: string, districtCode: string) {
  return { stream: `enterprise/${id}`, typeVersion: 1, ownerOrg: id, districtCode };
}
