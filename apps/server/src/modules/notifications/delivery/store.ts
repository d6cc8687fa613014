import type { Channel, DeliveryFault, NotificationKind } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { After } from './model.ts';

/** A delivery that this process has taken on. */
export interface Taken {
  readonly id: string;
  readonly channel: Channel;
  readonly kind: NotificationKind;
  readonly attempts: number;
  /** An address or a number; null where it has gone since. */
  readonly to: string | null;
}

/**
 * Takes on what is due, for as long as `until`: another process passes it by, and should this one
 * die it is due again.
 * @param quiet no SMS now, but of the kinds that are said
 */
export function takeDue(
  tx: Tx,
  asked: {
    readonly now: Date;
    readonly until: Date;
    readonly most: number;
    readonly quiet: boolean;
    readonly always: readonly NotificationKind[];
  },
): Promise<Taken[]> {
  return tx.query(
    `update auth.notification_delivery d set attempts = d.attempts + 1, next_at = $2
     from (
       select w.id, n.kind, n.person_id from auth.notification_delivery w
         join public.notification n on n.id = w.notification_id
       where w.state in ('WAITING', 'FAILED') and w.next_at <= $1
         and (w.channel <> 'SMS' or not $4 or n.kind = any ($5::text[]))
       order by w.next_at, w.id limit $3 for update of w skip locked
     ) due
     left join auth.message_address a on a.person_id = due.person_id
     left join public.person p on p.id = due.person_id
     where d.id = due.id
     returning d.id, d.channel, d.attempts, due.kind,
       case d.channel when 'EMAIL' then a.email else p.phone end as "to"`,
    [asked.now, asked.until, asked.most, asked.quiet, asked.always],
  );
}

export async function writeAfter(tx: Tx, id: string, after: After): Promise<void> {
  await tx.query(
    `update auth.notification_delivery set state = $2, last_fault = $3,
       next_at = coalesce($4, next_at) where id = $1`,
    [
      id,
      after.state,
      'fault' in after ? after.fault : null,
      'nextAt' in after ? after.nextAt : null,
    ],
  );
}

export interface FailedDelivery {
  readonly id: string;
  readonly channel: Channel;
  readonly kind: NotificationKind;
  readonly signInName: string;
  readonly fault: DeliveryFault;
  readonly attempts: number;
  readonly createdAt: Date;
}

/** What was given up and nobody has settled, without what it says and where it was to go. */
export function listGivenUp(tx: Tx, most: number): Promise<FailedDelivery[]> {
  return tx.query(
    `select d.id, d.channel, n.kind, a.sign_in_name as "signInName", d.last_fault as fault,
       d.attempts, n.created_at as "createdAt"
     from auth.notification_delivery d join notification n on n.id = d.notification_id
       join auth.account a on a.person_id = n.person_id
     where d.state = 'GIVEN_UP' and d.settled_at is null
     order by n.created_at desc, d.id limit $1`,
    [most],
  );
}

/** How many were given up and nobody has settled. */
export const COUNT_GIVEN_UP = `select count(*)::integer as count from auth.notification_delivery
  where state = 'GIVEN_UP' and settled_at is null`;

export async function sendAgain(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.query(
    `update auth.notification_delivery set state = 'WAITING', attempts = 0, next_at = $2
     where id = any ($1::uuid[]) and state = 'GIVEN_UP' and settled_at is null`,
    [ids, now],
  );
}

export async function settle(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.query(
    `update auth.notification_delivery set settled_at = $2
     where id = any ($1::uuid[]) and state = 'GIVEN_UP' and settled_at is null`,
    [ids, now],
  );
}
