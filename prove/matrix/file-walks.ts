import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import type { Actor } from './actors.ts';
import { write } from './changes.ts';
import type { Hall } from './hall.ts';
import { NOW, type Ground } from './world.ts';

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const UPLOAD = `name=${encodeURIComponent('矩阵说明.txt')}&purpose=matrix`;

/** What every file of the world holds. */
export const CONTENT = Buffer.from('矩阵文件的内容\n');
export const CONTENT_SHA256 = createHash('sha256').update(CONTENT).digest('hex');

/** Of each operator a file of its own, one that its county reads, and one of its park. */
export async function enterFiles(tx: Tx, { places }: Ground): Promise<void> {
  for (const park of Object.values(places)) {
    if (!park) continue;
    const { id, operator, districtCode } = park;
    for (const [county, parkId] of [
      [null, null],
      [districtCode, null],
      [null, id],
    ] as const) {
      await enterFile(tx, { operator, districtCode: county, id: parkId });
    }
  }
}

/** A file with the content of all of them. */
export async function enterFile(
  tx: Tx,
  whose: {
    readonly operator: string | null;
    readonly districtCode: string | null;
    readonly id: string | null;
  },
): Promise<string> {
  const file = randomUUID();
  await tx.query(
    `insert into file (id, owner_org, district_code, park_id, sha256, bytes, media_type, name,
       purpose, scan, created_at)
     values ($1, $2, $3, $4, $5, $6, 'text/plain', '矩阵说明.txt', 'matrix', 'UNSCANNED', $7)`,
    [file, whose.operator, whose.districtCode, whose.id, CONTENT_SHA256, CONTENT.length, NOW],
  );
  return file;
}

/** Whoever has a post sends files, which are its organisation's. */
async function sendsFile(hall: Hall, actor: Actor): Promise<void> {
  const known = new Set((await hall.ownedRows('file')).map(({ id }) => id));
  const answer = await write(hall, actor, {
    route: 'uploadFile',
    query: UPLOAD,
    file: Buffer.from(`来自${randomUUID()}`),
    note: '',
    allowed: actor.state === 'alive' && actor.posts.length > 0,
    added: { file: 1, event: 1 },
    refusals: [403],
  });
  if (answer?.status !== 200) return;
  const made = (await hall.ownedRows('file')).filter(({ id }) => !known.has(id));
  const where = `uploadFile by ${actor.name}`;
  const homes = new Set(actor.posts.map(({ home }) => home));
  hall.tally.compareSets(
    `${where}: of its own house alone`,
    made.map(({ id }) => id),
    made
      .filter(({ ownerOrg, districtCode, parkId }) => {
        const isShared = districtCode !== null || parkId !== null;
        return ownerOrg !== null && homes.has(ownerOrg) && !isShared;
      })
      .map(({ id }) => id),
  );
}

/** What no post reaches answers exactly like what does not exist. */
async function opensFile(hall: Hall, actor: Actor): Promise<void> {
  const unknown = await hall.ask(actor, 'getFile', { id: NOBODYS }, ' of nothing');
  if (unknown) hall.tally.expect(`getFile of nothing: ${unknown.status}`, unknown.status === 404);
  const rows = (await hall.ownedRows('file')).slice(0, hall.small ? 15 : undefined);
  for (const { id, ownerOrg, districtCode, parkId } of rows) {
    const answer = await hall.ask(actor, 'getFile', { id }, ` of ${id}`);
    if (!answer) continue;
    const isReached =
      actor.state === 'alive' &&
      actor.posts.some(
        ({ orgs, districts, parks }) =>
          (ownerOrg !== null && orgs.includes(ownerOrg)) ||
          (districtCode !== null && districts.includes(districtCode)) ||
          (parkId !== null && parks.includes(parkId)),
      );
    const where = `getFile by ${actor.name} of ${id}`;
    hall.tally.compare(where, isReached, answer.status === 200);
    if (answer.status !== 200) {
      const told = JSON.stringify(answer.json);
      hall.tally.expect(`${where}: told apart`, told === JSON.stringify(unknown?.json));
    }
  }
}

export const FILE_WALKS = { uploadFile: sendsFile, getFile: opensFile } as const;
