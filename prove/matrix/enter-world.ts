import {
  enterEnterprises,
  type NewEnterprise,
} from '../../apps/server/src/modules/enterprises/index.ts';
import { enterContacts } from '../../apps/server/src/modules/contacts/index.ts';
import {
  enterDelegations,
  enterOrganisations,
  enterPosts,
  hashPassword,
} from '../../apps/server/src/modules/organisations/index.ts';
import { enterParks } from '../../apps/server/src/modules/parks/index.ts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import { append, type JsonObject } from '../../apps/server/src/platform/event-log/index.ts';
import { HOME, NEXT, NOW, type Ground } from './world.ts';

const TODAY = '2026-11-25';
const DAY = 24 * 60 * 60 * 1000;

/** Writes all of it, with one absence and delegations that run, ran out, and are to come. */
export async function enterWorld(tx: Tx, ground: Ground): Promise<void> {
  const { world, office, rows } = ground;
  const { organisations, parks, enterprises, posts, contacts } = world;
  const passwordHash = await hashPassword(PASSWORD);
  await tx.query('insert into installation (demo, seeded_at) values (false, $1)', [NOW]);
  await enterOrganisations(tx, organisations, NOW);
  await enterParks(tx, parks);
  await enterEnterprises(tx, enterprises);
  await enterContacts(tx, contacts);
  await enterPosts(
    tx,
    posts.map((post) => ({ ...post, holder: { ...post.holder, passwordHash } })),
  );
  const agency = office.THIRD_PARTY_ORG.id;
  const delegate = ({ id, districtCode }: NewEnterprise, from: number, until: number) => ({
    owner: id,
    districtCode,
    to: agency,
    startsAt: new Date(NOW.getTime() + from * DAY),
    endsAt: new Date(NOW.getTime() + until * DAY),
  });
  await enterDelegations(tx, [
    delegate(rows.own, -1, 1),
    delegate(rows.samePark, -9, -1),
    delegate(rows.neighbourPark, 1, 9),
    // A landlord may be let act for somebody; that gives the role no right that it does not have.
    { ...delegate(rows.otherCity, -9, 9), to: office.LANDLORD.id },
  ]);
  await tx.query(
    `insert into absence (id, owner_org, district_code, person_id, first_day, last_day)
     select gen_random_uuid(), owner_org, district_code, id, $1::date + 30, $1::date + 31
     from person`,
    [TODAY],
  );
  await tx.query(
    `insert into appointment (id, owner_org, district_code, post_id, person_id, part, valid_from,
       proposed_by, proposed_at)
     select gen_random_uuid(), h.owner_org, h.district_code, h.post_id, h.person_id, 'B', $1::date,
       gen_random_uuid(), $2 from post_holding h`,
    [TODAY, NOW],
  );
  await tx.query(
    `insert into notification (id, person_id, kind, params, link, dedupe_key, in_app, created_at)
     select gen_random_uuid(), id, 'TASK_CAME', '{"task": "matrix", "dueOn": "2026-12-01"}', '/',
       'matrix', true, $1 from person`,
    [NOW],
  );
  await enterEvents(tx, enterprises);
  await enterMergers(tx, ground);
}

/** In each of two counties a merge that was undone, and a pair that was found to be two. */
async function enterMergers(tx: Tx, { office, nextBranch, rows }: Ground): Promise<void> {
  for (const [branch, county, one, other] of [
    [office.COUNTY_EEB.id, HOME, rows.own.id, rows.samePark.id],
    [nextBranch.id, NEXT, rows.nextCounty.id, rows.noPark.id],
  ]) {
    await tx.query(
      `insert into enterprise_merge (id, owner_org, district_code, survivor, merged,
         survivor_version, reason, before, merged_at, undone_at, undo_reason)
       values (gen_random_uuid(), $1, $2, $3, $4, 2, '矩阵合并', '{}', $5, $5, '矩阵撤销')`,
      [branch, county, one, other, NOW],
    );
    await tx.query(
      `insert into enterprise_distinct (id, owner_org, district_code, one, other)
       values (gen_random_uuid(), $1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid))`,
      [branch, county, one, other],
    );
  }
}

export const PASSWORD = 'matrix-2026';

async function enterEvents(tx: Tx, enterprises: readonly NewEnterprise[]): Promise<void> {
  await append(
    tx,
    { actor: 'system:matrix', actingFor: null, office: null, now: NOW },
    enterprises.map(({ id, ...form }) => ({
      stream: `enterprise/${id}`,
      type: 'enterprise.registered',
      typeVersion: 1,
      body: form as unknown as JsonObject,
      ownerOrg: id,
      districtCode: form.districtCode,
      expectedSeq: 0,
    })),
  );
}
