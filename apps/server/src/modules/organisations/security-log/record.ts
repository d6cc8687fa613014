import type { SecurityEventKind } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

export interface SecurityEvent {
  readonly at: Date;
  readonly kind: SecurityEventKind;
  readonly personId: string | null;
  /** Whom it concerned, where another. */
  readonly subjectId?: string | null;
  readonly address: string;
  readonly detail?: string;
}

export async function recordSecurity(tx: Tx, event: SecurityEvent): Promise<void> {
  const { at, kind, personId, subjectId = null, address, detail = '' } = event;
  const columns = [at, kind, personId, subjectId, address, detail];
  await tx.query('select record_security($1, $2, $3, $4, $5, $6)', columns);
}
