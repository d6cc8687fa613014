import { randomUUID } from 'node:crypto';
import type { RuleSet } from '@ludao/rules';
import {
  issueCertificate,
  openCertificateTemplates,
} from '../../apps/server/src/modules/documents/index.ts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import { mayDo, ownedBy, type Hall, type RouteName } from './hall.ts';
import { NOW, type Ground } from './world.ts';

type Row = Ground['rows'][keyof Ground['rows']];

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const TODAY = '2026-11-25';
const templates = openCertificateTemplates();
const { fields } = templates.on('filing_receipt', TODAY)!;
/** Without any list an official system is the record. */
const law = { templates, ruleSet: () => ({ lists: [] }) as unknown as RuleSet };

/** A receipt of a filing, waiting for its official number, that names nobody's enterprise. */
async function enterCertificate(tx: Tx, { id, districtCode, parkId }: Row): Promise<string> {
  const issued = await issueCertificate(
    tx,
    law,
    {
      kind: 'filing_receipt',
      holderOrg: id,
      districtCode,
      parkId,
      about: { kind: 'matrix', id: randomUUID() },
      name: '矩阵持有人',
      fields: Object.fromEntries(fields.map(({ key }) => [key, ''])),
    },
    { actor: 'system:matrix', actingFor: null, office: null, now: NOW, today: TODAY },
  );
  return issued.id;
}

export async function enterCertificates(tx: Tx, { rows }: Ground): Promise<void> {
  for (const row of Object.values(rows)) await enterCertificate(tx, row);
}

/** Holder, park and offices of the county read it; for others it is not there. */
function shows(name: RouteName) {
  return async (hall: Hall, actor: Actor): Promise<void> => {
    const unknown = await hall.ask(actor, name, { id: NOBODYS }, ' of nothing');
    if (!unknown) return;
    let printed = 0;
    for (const row of await hall.ownedRows('certificate')) {
      const isAllowed = mayDo(actor, 'read', 'certificate', row);
      // Setting a page takes long: one is enough of those that may be read.
      if (name === 'printCertificate' && isAllowed && (printed += 1) > 1) continue;
      const note = ` of ${row.ownerOrg}`;
      const answer = await hall.ask(actor, name, { id: row.id }, note);
      if (!answer) continue;
      const where = `${name} by ${actor.name}${note}`;
      hall.tally.compare(where, isAllowed, answer.status === 200);
      if (answer.status === 200) continue;
      const told = JSON.stringify(answer.json);
      hall.tally.expect(`${where}: told apart from nothing`, told === JSON.stringify(unknown.json));
    }
  };
}

/** The number of the official system: entered once, and then corrected by an office alone. */
async function entersNumbers(hall: Hall, actor: Actor): Promise<void> {
  for (const [relation, row] of Object.entries(hall.ground.rows)) {
    const id = await hall.database.transaction((tx) => enterCertificate(tx, row));
    const owned = ownedBy(row);
    const body = { number: `矩阵${relation}`, on: TODAY };
    const asked = {
      route: 'recordCertificateOutside',
      id,
      added: { event: 1 },
      refusals: mayDo(actor, 'read', 'certificate', owned) ? [403] : [404],
    } as const;
    const isDone = await write(hall, actor, {
      ...asked,
      body: { ...body, version: 1 },
      note: ` of ${relation}`,
      allowed: mayDo(actor, 'update', 'certificate', owned),
    });
    if (isDone?.status !== 200) continue;
    await write(hall, actor, {
      ...asked,
      body: { ...body, version: 2, reason: 'ENTERED_WRONGLY' },
      note: ` of ${relation} anew`,
      allowed: mayDo(actor, 'update', 'certificate', { ...owned, ownerOrg: null, parkId: null }),
    });
  }
}

export const CERTIFICATE_WALKS = {
  getCertificate: shows('getCertificate'),
  printCertificate: shows('printCertificate'),
  recordCertificateOutside: entersNumbers,
} as const;
