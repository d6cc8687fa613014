import { ROLE_NAMES, ROLES, type ReachingPost, type Role } from '@ludao/contracts';
import type {
  NewOrganisation,
  NewPost,
} from '../../apps/server/src/modules/organisations/index.ts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import { newToken } from '../../apps/server/src/platform/session.ts';
import { NOW, type Ground } from './world.ts';

/** One who knocks at every door. What he reaches is told here, not read from the server. */
export interface Actor {
  readonly name: string;
  readonly personId: string | null;
  /** Posts that count today. */
  readonly posts: readonly ReachingPost[];
  readonly state: 'alive' | 'to_enrol' | 'to_change' | 'dead';
  /** Makes a session; null for a visitor. */
  readonly open: ((tx: Tx) => Promise<string>) | null;
}

/** Every role at every kind of organisation that may have it, and the odd ones. */
export function castActors(
  ground: Ground,
  { small }: { readonly small: boolean },
): { actors: Actor[]; prepare(tx: Tx): Promise<void> } {
  const { world, office, nextBranch, otherOffice, rows, places, enterpriseOf } = ground;
  const actors: Actor[] = [
    { name: 'visitor', personId: null, posts: [], state: 'dead', open: null },
  ];
  const second: { person: NewPost; post: NewPost }[] = [];
  const add = (
    name: string,
    held: readonly NewPost[],
    changed: Partial<Pick<Actor, 'posts' | 'state'>> & { readonly expired?: boolean } = {},
  ) => {
    const [first, ...others] = held;
    for (const post of others) second.push({ person: first!, post });
    const needsFactor = held.some(({ role }) => ROLES[role].secondFactor);
    const { personId } = first!.holder;
    const withFactor = needsFactor && changed.state !== 'to_enrol';
    actors.push({
      name,
      personId,
      posts: changed.posts ?? held.map((post) => reachOf(post, ground)),
      state: changed.state ?? 'alive',
      open: (tx) => openSession(tx, personId, withFactor, changed.expired ?? false),
    });
    return personId;
  };
  const postIn = (role: Role, organisation: NewOrganisation) =>
    world.post(
      role,
      organisation,
      ['PARK_CHIEF', 'SQUAD_MEMBER'].includes(role) ? places.ownPark.id : null,
    );
  for (const role of ROLE_NAMES) {
    for (const kind of small ? ROLES[role].kinds.slice(0, 1) : ROLES[role].kinds) {
      const organisation = kind === 'ENTERPRISE' ? enterpriseOf(rows.own) : office[kind];
      add(`${role} of ${kind}`, [postIn(role, organisation)]);
    }
  }
  const branch = office.COUNTY_EEB;
  add('inspector at home, approval next door', [
    postIn('INSPECTOR', branch),
    postIn('APPROVAL_OFFICER', nextBranch),
  ]);
  add('approval officer of another office at home', [postIn('APPROVAL_OFFICER', otherOffice)]);
  add('owner far away, officer at home', [
    postIn('ENTERPRISE_OWNER', enterpriseOf(rows.otherCity)),
    postIn('GOV_OFFICER', office.COUNTY_GOV),
  ]);
  add('approval officer, session ended', [postIn('APPROVAL_OFFICER', branch)], {
    state: 'dead',
    expired: true,
  });
  add('audit officer before the second factor', [postIn('AUDIT_OFFICER', office.PLATFORM)], {
    state: 'to_enrol',
  });
  const former = add('bureau head until yesterday', [postIn('BUREAU_HEAD', branch)], { posts: [] });
  const locked = add('head with a disabled account', [postIn('BUREAU_HEAD', branch)], {
    state: 'dead',
  });
  const initial = add('bureau head with an initial password', [postIn('BUREAU_HEAD', branch)], {
    state: 'to_change',
  });
  add('chief without a park', [world.post('PARK_CHIEF', office.TOWN)]);
  return {
    actors,
    async prepare(tx) {
      for (const { person, post } of second) {
        await tx.query('update post_holding set person_id = $1 where post_id = $2', [
          person.holder.personId,
          post.id,
        ]);
      }
      await tx.query(`update post_holding set valid_to = '2026-11-24' where person_id = $1`, [
        former,
      ]);
      await tx.query('update auth.account set password_due = true where person_id = $1', [initial]);
      await tx.query('update auth.account set disabled_at = $2 where person_id = $1', [
        locked,
        NOW,
      ]);
    },
  };
}

/** What the design says a post reaches. */
function reachOf(
  { role, organisation, postPark }: NewPost,
  { world, office, rows, places }: Ground,
): ReachingPost {
  const reach: readonly string[] = ROLES[role].reach;
  const { territory } = world.organisations.find(({ id }) => id === organisation)!;
  const delegated = new Map([
    [office.THIRD_PARTY_ORG.id, rows.own.id],
    [office.LANDLORD.id, rows.otherCity.id],
  ]).get(organisation);
  const runs = [office.PARK_OWNER.id, office.PARK_LEGAL_ENTITY.id].includes(organisation);
  return {
    role,
    home: organisation,
    orgs: reach.includes('own') ? [organisation, ...(delegated ? [delegated] : [])] : [],
    districts: reach.includes('territory') ? territory : [],
    parks: reach.includes('park') ? (postPark ? [postPark] : runs ? [places.ownPark.id] : []) : [],
  };
}

/** As signing in makes it; that signing in makes it only for the right password is tested there. */
async function openSession(
  tx: Tx,
  personId: string,
  secondFactor: boolean,
  expired: boolean,
): Promise<string> {
  const { token, hash } = newToken();
  const expiresAt = new Date(NOW.getTime() + (expired ? -1000 : 60 * 60 * 1000));
  await tx.query(
    `insert into auth.session
       (token_hash, person_id, second_factor, created_at, seen_at, expires_at, address, agent)
     values ($1, $2, $3, $4, $4, $5, '', '')`,
    [hash, personId, secondFactor, NOW, expiresAt],
  );
  return token;
}
