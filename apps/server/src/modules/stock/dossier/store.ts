import type { EiaDocument } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

export interface ApprovalRow {
  readonly id: string;
  readonly document: EiaDocument;
  readonly project: string;
  readonly number: string;
  readonly office: string;
  readonly approved_on: string;
  readonly accepted_on: string | null;
  readonly scanned: boolean;
}

/** Imported approvals of an enterprise, approved on the day or before, the latest first. */
export function listOfEnterprise(tx: Tx, id: string, asOf: string): Promise<ApprovalRow[]> {
  return tx.query<ApprovalRow>(
    `select h.id, h.document, h.project, h.number, h.office, h.approved_on, h.accepted_on,
       exists (select from stock_entry s where s.subject_id = h.id and s.file_id is not null)
         as scanned
     from historical_approval h where h.owner_org = $1 and h.approved_on <= $2::date
     order by h.approved_on desc, h.number`,
    [id, asOf],
  );
}

/** Committed imports of a park on the day or before, the latest first. */
export function listOfPark(
  tx: Tx,
  id: string,
  asOf: string,
): Promise<
  { readonly id: string; readonly file: string; readonly on: string; readonly rows: number }[]
> {
  return tx.query(
    `select i.id, i.file_name as file,
       (i.committed_at at time zone 'Asia/Shanghai')::date as on,
       (select count(*)::integer from stock_entry s where s.import_id = i.id) as rows
     from stock_import i where i.park_id = $1 and i.state = 'COMMITTED'
       and (i.committed_at at time zone 'Asia/Shanghai')::date <= $2::date
     order by i.committed_at desc, i.id limit 50`,
    [id, asOf],
  );
}
