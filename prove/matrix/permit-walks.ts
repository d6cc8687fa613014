import { randomUUID } from 'node:crypto';
import {
  EMPTY_CONTENT,
  PERMIT_COLUMNS,
  type Action,
  type ApplicationState,
} from '@ludao/contracts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { forgetAddressee } from './document-walks.ts';
import type { Counts } from './counted.ts';
import { mayDo, type Hall, type RouteName } from './hall.ts';
import { listsAll } from './paper-walks.ts';
import { enterPermit, permitPlacesOf, removePermits } from './permits.ts';
import { cellsOf } from './sheet-walks.ts';
import { FAR } from './world.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** What is not for the reader answers exactly like what does not exist. */
function shows(name: RouteName): Walk {
  return async (hall, actor) => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS }, ' of nothing');
    for (const row of await hall.ownedRows('permit')) {
      const answer = await hall.ask(actor, name, { id: row.id }, ` in ${row.districtCode}`);
      if (!answer) continue;
      const where = `${name} by ${actor.name} in ${row.districtCode}`;
      hall.tally.compare(where, mayDo(actor, 'read', 'permit', row), answer.status === 200);
      if (answer.status === 200) continue;
      const told = JSON.stringify(answer.json);
      hall.tally.expect(
        `${where}: told apart from nothing`,
        told === JSON.stringify(unknown?.json),
      );
    }
  };
}

async function exportsPermits(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'exportPermits');
  if (!answer) return;
  const allowed = (await hall.ownedRows('permit')).filter((row) =>
    mayDo(actor, 'export', 'permit', row),
  );
  const shown = await cellsOf(answer.bytes, PERMIT_COLUMNS.holder.zh);
  hall.tally.compare(`exportPermits by ${actor.name}`, true, shown.length === allowed.length);
}

/** A draft at a place that had none, of every enterprise and of a park. */
async function opensEach(hall: Hall, actor: Actor): Promise<void> {
  for (const [name, place] of somePlaces(hall)) {
    const { kind, id } = place;
    const isIn = mayDo(actor, 'create', 'permit', place);
    const answer = await write(hall, actor, {
      route: 'openPermitApplication',
      body: {
        holder: { kind, id },
        site: randomUUID(),
        kind: 'NEW',
        category: 'KEY',
        content: EMPTY_CONTENT,
      },
      note: ` for ${name}`,
      // Far away there is no office that would handle it.
      allowed: isIn && place.districtCode !== FAR,
      added: { permit: 1, permit_application: 1, permit_act: 1, event: 1 },
      refusals: isIn ? [409] : [403, 404],
    });
    if (answer?.status === 200) await remove(hall, String(answer.json['id']));
  }
}

function remove(hall: Hall, permit: string): Promise<void> {
  return hall.database.transaction((tx) => removePermits(tx, [permit]));
}

/** Of the small walk, one place of each relation: each takes a count of every table. */
function somePlaces({ ground, small }: Hall) {
  const few = ['own', 'noPark', 'nextCounty', 'own park'];
  return permitPlacesOf(ground).filter(([name]) => !small || few.includes(name));
}

/** A step on an application that stands where the step begins, at every place. */
function stepsOn(
  route: RouteName,
  step: {
    readonly from: ApplicationState;
    readonly right: Action;
    readonly body: object;
    readonly added: Partial<Counts>;
    readonly after?: (hall: Hall, id: string) => Promise<unknown>;
  },
): Walk {
  return async (hall, actor) => {
    for (const [name, place] of somePlaces(hall)) {
      const made = await hall.database.transaction((tx) =>
        enterPermit(tx, hall.ground, place, step.from),
      );
      const answer = await write(hall, actor, {
        route,
        id: made.application,
        body: step.body,
        note: ` of ${name}`,
        allowed: mayDo(actor, step.right, 'permit', place),
        added: step.added,
        refusals: mayDo(actor, 'read', 'permit', place) ? [403, 404] : [404],
      });
      if (answer?.status === 200) await step.after?.(hall, String(answer.json['id']));
      await remove(hall, made.permit);
      if (!answer) return;
    }
  };
}

const done = { permit_act: 1, event: 1 };

export const PERMIT_WALKS = {
  listPermits: listsAll(
    'listPermits',
    'permit',
    ({ json }) => json['rows'] as { id: string }[],
    'size=200',
  ),
  exportPermits: exportsPermits,
  getPermit: shows('getPermit'),
  getPermitTimeline: shows('getPermitTimeline'),
  openPermitApplication: opensEach,
  stepPermitApplication: stepsOn('stepPermitApplication', {
    from: 'SUBMITTED',
    right: 'update',
    body: { step: 'withdraw', version: 1 },
    added: done,
  }),
  handlePermitApplication: stepsOn('handlePermitApplication', {
    from: 'SUBMITTED',
    right: 'review',
    body: { step: 'decline', version: 1, reason: 'NOT_NEEDED' },
    added: done,
  }),
  decidePermitApplication: stepsOn('decidePermitApplication', {
    from: 'PROPOSED',
    right: 'sign',
    body: { step: 'return', version: 1, reasons: '矩阵退回' },
    // It waits again at the officer's desk.
    added: { permit_act: 1, event: 2, work_item: 1 },
  }),
  draftPermitPaper: stepsOn('draftPermitPaper', {
    from: 'INCOMPLETE',
    right: 'review',
    body: { kind: 'permit_incomplete_notice' },
    added: { document: 1, document_volume: 1, document_act: 1, event: 1 },
    after: forgetAddressee,
  }),
} satisfies Partial<Record<RouteName, Walk>>;
