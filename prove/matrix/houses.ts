import { randomUUID } from 'node:crypto';
import { PARK_POSTS, rolesAt, type Owned, type Role } from '@ludao/contracts';
import type { NewOrganisation } from '../../apps/server/src/modules/organisations/index.ts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import type { Actor } from './actors.ts';
import { mayDo, type Hall } from './hall.ts';

/** Organisations whose posts are walked: one’s own of some kind, its like, and far ones. */
export function housesOf({
  ground: { office, nextBranch, rows, enterpriseOf },
  small,
}: Pick<Hall, 'ground' | 'small'>): Readonly<Record<string, NewOrganisation>> {
  const few = {
    'the branch at home': office.COUNTY_EEB,
    'the own enterprise': enterpriseOf(rows.own),
    'an enterprise that lets a landlord act': enterpriseOf(rows.otherCity),
    'the platform': office.PLATFORM,
  };
  if (small) return few;
  return {
    ...few,
    'the branch next door': nextBranch,
    'the operator': office.PARK_OWNER,
    'a landlord': office.LANDLORD,
  };
}

export function ownedHouse({ id, districtCode }: NewOrganisation): Owned {
  return { ownerOrg: id, districtCode, parkId: null };
}

/** Whether the right comes from the house itself, and not from the platform’s officer. */
export function isManager(actor: Actor, house: NewOrganisation): boolean {
  const posts = actor.posts.filter(({ role }) => role !== 'SYSTEM_OFFICER');
  return mayDo({ ...actor, posts }, 'update', 'post', ownedHouse(house));
}

/** A role that such a house may have and that needs no park. */
export function plainRole({ kind }: NewOrganisation): Role {
  return rolesAt(kind).find((role) => !PARK_POSTS.includes(role))!;
}

export interface Staffed {
  readonly post: string;
  readonly person: string;
  readonly holding: string | null;
}

/** A new post and a new person of the house, who holds it where that is wanted. */
export async function staff(
  { database }: Hall,
  house: NewOrganisation,
  holds: boolean,
): Promise<Staffed> {
  const [post, person, holding] = [randomUUID(), randomUUID(), randomUUID()];
  await database.transaction(async (tx) => {
    await enterPerson(tx, house, person);
    await tx.query(
      `insert into post (id, owner_org, district_code, role, title, created_on)
       values ($1, $2, $3, $4, '矩阵空岗', '2026-01-01')`,
      [post, house.id, house.districtCode, plainRole(house)],
    );
    if (!holds) return;
    await tx.query(
      `insert into post_holding (id, owner_org, district_code, post_id, person_id, part, valid_from)
       values ($1, $2, $3, $4, $5, 'A', '2026-01-01')`,
      [holding, house.id, house.districtCode, post, person],
    );
  });
  return { post, person, holding: holds ? holding : null };
}

async function enterPerson(tx: Tx, house: NewOrganisation, id: string): Promise<void> {
  await tx.query(
    `insert into person (id, owner_org, district_code, name) values ($1, $2, $3, '矩阵新人')`,
    [id, house.id, house.districtCode],
  );
  await tx.query(
    `insert into auth.account (person_id, sign_in_name, password_hash) values ($1, $2, '')`,
    [id, `walk-${id.slice(0, 18)}`],
  );
}

/** What the system officer put forward for a vacant post. */
export async function propose(hall: Hall, house: NewOrganisation): Promise<string> {
  const { post, person } = await staff(hall, house, false);
  const id = randomUUID();
  await hall.database.transaction((tx) =>
    tx.query(
      `insert into appointment (id, owner_org, district_code, post_id, person_id, part, valid_from,
         proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, 'A', '2026-11-25', $6, now())`,
      [id, house.id, house.districtCode, post, person, randomUUID()],
    ),
  );
  return id;
}
