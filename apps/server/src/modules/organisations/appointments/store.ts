import type { Appointment, AppointmentQuery } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

type Dates = { readonly proposedAt: Date; readonly decidedAt: Date | null };
export type StoredAppointment = Omit<Appointment, 'may' | keyof Dates> &
  Dates & { readonly personId: string; readonly proposer: string };

const COLUMNS = `w.id, o.name as organisation, p.id as "postId", p.title as post, p.role, w.part,
  w.person_id as "personId", r.name as person, w.valid_from as "from", w.valid_to as "to", w.state,
  w.proposed_by as proposer, coalesce(b.name, '') as "proposedBy", w.proposed_at as "proposedAt",
  d.name as "decidedBy", w.decided_at as "decidedAt", w.reason`;
const FROM = `from appointment w join post p on p.id = w.post_id
  join organisation o on o.id = w.owner_org join person r on r.id = w.person_id
  left join person b on b.id = w.proposed_by left join person d on d.id = w.decided_by`;

/** Those that wait come first, then the newest. Two statements. */
export async function listAppointments(
  tx: Tx,
  query: AppointmentQuery,
): Promise<{ rows: StoredAppointment[]; total: number }> {
  const { page, size } = query;
  const state = query.state ?? null;
  const rows = await tx.query<StoredAppointment>(
    `select ${COLUMNS} ${FROM} where $1::text is null or w.state = $1
     order by (w.state = 'WAITING') desc, w.proposed_at desc, w.id limit $2 offset $3`,
    [state, size, (page - 1) * size],
  );
  const [count] = await tx.query<{ total: number }>(
    'select count(*)::integer as total from appointment where $1::text is null or state = $1',
    [state],
  );
  return { rows, total: count?.total ?? 0 };
}

export async function lockAppointment(tx: Tx, id: string): Promise<StoredAppointment | undefined> {
  const [row] = await tx.query<StoredAppointment>(
    `select ${COLUMNS} ${FROM} where w.id = $1 for update of w`,
    [id],
  );
  return row;
}

export async function writeDecision(
  tx: Tx,
  id: string,
  decision: {
    readonly state: 'CONFIRMED' | 'REFUSED';
    readonly reason: string | null;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `update appointment set state = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1`,
    [id, decision.state, decision.reason, decision.by, decision.at],
  );
}
