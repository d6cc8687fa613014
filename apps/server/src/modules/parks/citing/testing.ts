import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../platform/db.ts';

/** A park-wide EIA in force, past its procedure; written as the owner of the tables. */
export async function enterApprovedEia(
  tx: Tx,
  parkId: string,
  {
    conclusions = ['区域环境质量现状'],
    from = '2024-08-01',
    to = '2029-07-31',
  }: {
    readonly conclusions?: readonly string[];
    readonly from?: string;
    readonly to?: string;
  } = {},
): Promise<string> {
  const id = randomUUID();
  const envelope = { industries: ['1752'], digits: 4, processes: [], conditions: [], totals: [] };
  await tx.query(
    `insert into park_eia (id, park_id, owner_org, district_code, title, state, liability, envelope,
       decision, approval_no, approved_on, office, in_force_from, valid_to, entered_by, confirmed_by,
       drafted_by, drafted_at)
     select $1, p.id, p.owner_org, p.district_code, '演示小微园整体环境影响报告书', 'IN_FORCE',
       'PARK_ENTITY', $3::jsonb, 'APPROVE', '演示环审〔2024〕10号', $4::date, '演示市生态环境局',
       $4::date, $5::date, $6, $7, $6, now()
     from park p where p.id = $2`,
    [
      id,
      parkId,
      JSON.stringify({ ...envelope, distances: [], wastewaterLitresPerDay: null, conclusions }),
      from,
      to,
      randomUUID(),
      randomUUID(),
    ],
  );
  return id;
}
