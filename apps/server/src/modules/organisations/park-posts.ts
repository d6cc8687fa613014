import type { ParkPostChoices } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';

/** Posts of park chief and squad in reach that have not ended, with the park of each. */
export async function listParkPostChoices(tx: Tx, today: string): Promise<ParkPostChoices> {
  const rows = await tx.query<
    Omit<ParkPostChoices['posts'][number], 'park'> & { park_id: string | null; park: string | null }
  >(
    `select p.id, p.role, p.title, o.name as organisation, k.park_id, k.name as park
     from post p join organisation o on o.id = p.owner_org
       left join parks_public k on k.park_id = p.post_park
     where p.role in ('PARK_CHIEF', 'SQUAD_MEMBER') and (p.ended_on is null or p.ended_on >= $1::date)
     order by o.name, p.role, p.title, p.id limit 1000`,
    [today],
  );
  return {
    posts: rows.map(({ park_id, park, ...post }) => ({
      ...post,
      park: park_id && park ? { id: park_id, name: park } : null,
    })),
  };
}

/** Those posts answer for the park from now on, and of the others in reach none does. */
export async function setParkPosts(
  tx: Tx,
  parkId: string,
  posts: readonly string[],
): Promise<void> {
  await tx.query(
    `update post set post_park = case when id = any ($2::uuid[]) then $1::uuid end
     where role in ('PARK_CHIEF', 'SQUAD_MEMBER')
       and (id = any ($2::uuid[]) or post_park = $1::uuid)`,
    [parkId, posts],
  );
}
