import type { KeyObject } from 'node:crypto';
import type { Database, Tx } from '../db.ts';
import { listCheckpoints } from './checkpoint-file.ts';
import { Findings, type LogReport } from './finding.ts';
import { verifyChains } from './verify-chains.ts';
import { verifyCheckpoints } from './verify-checkpoints.ts';
import { insistOnAllRows } from './whole-view.ts';

export interface VerifyOptions {
  /** Where the checkpoints are: best a copy that the database's administrators cannot change. */
  readonly folder: string;
  /** Those whose signatures count. */
  readonly keys: readonly KeyObject[];
}

/**
 * Checks the whole log, every event by itself, in its stream and against the checkpoints. Reads in
 * pieces; one checkpoint's heads are the most that is in memory.
 * @param tx sees every row (the owner of the tables does) and has asked nothing yet: what the folder
 *   holds has to be older than what the transaction sees
 */
export async function verifyLog(tx: Tx, { folder, keys }: VerifyOptions): Promise<LogReport> {
  const findings = new Findings();
  const listed = listCheckpoints(folder);
  const { checkpoints, last } = await verifyCheckpoints(tx, { folder, keys, listed }, findings);
  const counts = await verifyChains(tx, BigInt(last?.to ?? 0), findings);
  return {
    ...counts,
    checkpoints,
    last: last ? { number: last.number, takenAt: last.takenAt } : null,
    findings: findings.kept,
    findingsTotal: findings.total,
  };
}

/**
 * The same on one state of the database, however long it takes and whatever is written meanwhile.
 * @throws when the database user is one that policies hide rows from
 */
export function verifyDatabase(database: Database, options: VerifyOptions): Promise<LogReport> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    // Rows hidden by a policy would look like missing ones; so they are an error.
    await insistOnAllRows(tx);
    return verifyLog(tx, options);
  });
}
