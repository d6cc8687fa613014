import {
  NOTIFICATION_KIND_NAMES,
  kindOf,
  type DeliverySettlement,
  type FailedDeliveries,
} from '@ludao/contracts';
import type { Clock } from '../../../platform/clock.ts';
import type { DatabaseAccess, Tx } from '../../../platform/db.ts';
import type { MessageConfig } from '../../../platform/message-config.ts';
import type { Sent, Transports } from '../transport/model.ts';
import { decideAfter, isQuiet, writeMessage } from './decide.ts';
import * as store from './store.ts';

const MOST_AT_ONCE = 10;
/** Longer than the patience with any transport, for all that is taken at once. */
const TAKEN_MS = 15 * 60_000;
const MOST_SHOWN = 200;
const ALWAYS = NOTIFICATION_KIND_NAMES.filter((kind) => kindOf(kind).importance === 'security');

export interface Sender {
  readonly database: DatabaseAccess;
  readonly clock: Clock;
  readonly transports: Transports;
  readonly config: MessageConfig;
}

/**
 * Sends what is due, and writes down what came of each. Nothing is sent inside a transaction: what
 * is taken on is committed first, so two servers send once, and a process that dies in between
 * leaves it to be sent again under the same message id.
 */
export async function sendDue({ database, clock, transports, config }: Sender): Promise<void> {
  for (;;) {
    const now = clock.now();
    const quiet = isQuiet(config.quiet, now);
    const until = new Date(now.getTime() + TAKEN_MS);
    const asked = { now, until, most: MOST_AT_ONCE, quiet, always: ALWAYS };
    const taken = await database.transaction((tx) => store.takeDue(tx, asked));
    for (const delivery of taken) {
      const sent = await send(delivery, transports, config, now);
      const after = decideAfter(sent, delivery.attempts, clock.now());
      await database.transaction((tx) => store.writeAfter(tx, delivery.id, after));
    }
    if (taken.length < MOST_AT_ONCE) return;
  }
}

async function send(
  { id, channel, kind, to }: store.Taken,
  transports: Transports,
  { publicUrl }: MessageConfig,
  at: Date,
): Promise<Sent> {
  const transport = transports[channel];
  if (!transport) return { outcome: 'refused', fault: 'NOT_SET_UP' };
  if (to === null) return { outcome: 'refused', fault: 'NO_ADDRESS' };
  return transport.send({ messageId: id, to, at, ...writeMessage(channel, kind, publicUrl) });
}

export async function listFailed(tx: Tx): Promise<FailedDeliveries> {
  const rows = await store.listGivenUp(tx, MOST_SHOWN);
  return {
    rows: rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })),
  };
}

export async function settleDeliveries(
  tx: Tx,
  { ids, decision }: DeliverySettlement,
  now: Date,
): Promise<void> {
  await (decision === 'send_again' ? store.sendAgain : store.settle)(tx, ids, now);
}

export { COUNT_GIVEN_UP } from './store.ts';
