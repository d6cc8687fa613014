import { randomUUID } from 'node:crypto';
import { EMPTY_PROFILE, type Role } from '@ludao/contracts';
import { enterEnterprises } from '../../apps/server/src/modules/enterprises/index.ts';
import {
  enterOrganisations,
  enterPosts,
  hashPassword,
  type NewOrganisation,
  type NewPost,
} from '../../apps/server/src/modules/organisations/index.ts';
import { enterParks } from '../../apps/server/src/modules/parks/index.ts';
import { seedCalendar } from '../../apps/server/src/platform/calendar-store.ts';
import type { Database } from '../../apps/server/src/platform/db.ts';
import { enterFile } from '../../apps/server/src/platform/files/index.ts';
import type { Session } from '../../apps/server/src/platform/session.ts';
import { World } from '../matrix/world.ts';

/** In the first the invented lists hold adoptions, and from November 2026 this platform's record counts. */
const COUNTIES = ['330603', '330602', '330604'] as const;
const CITY = '330600';
const FIRMS = 6;
const BEGIN = new Date('2025-12-01T09:00:00+08:00');

/** An applicant with the files that it may attach. */
export interface Applicant {
  readonly session: Session;
  readonly about: { readonly enterpriseId: string } | { readonly parkId: string };
  readonly file: string;
}

export interface County {
  readonly code: string;
  readonly firms: readonly Applicant[];
  readonly park: Applicant;
  readonly reviewer: { readonly session: Session; readonly body: string };
  readonly inspector: Session;
}

export interface ReplayGround {
  readonly counties: readonly County[];
  /** Officer and head of each bureau, by its organisation. */
  readonly bureaus: ReadonlyMap<string, { readonly officer: Session; readonly head: Session }>;
}

/** Bureaus, parks and firms of three counties, with everybody who takes a step. */
export async function enterGround(database: Database): Promise<ReplayGround> {
  const world = new World();
  const posts: NewPost[] = [];
  const bureaus = new Map<string, { readonly officer: Session; readonly head: Session }>();
  const person = (role: Role, house: NewOrganisation, parks: readonly string[] = []): Session => {
    const post = { ...world.post(role, house), createdOn: '2025-12-01' };
    posts.push(post);
    return sessionOf(post, house, parks);
  };
  const bureau = (house: NewOrganisation) =>
    bureaus.set(house.id, {
      officer: person('APPROVAL_OFFICER', house),
      head: person('BUREAU_HEAD', house),
    });
  bureau(world.organisation('MUNICIPAL_EEB', CITY, [CITY, ...COUNTIES]));
  const firms = COUNTIES.map((code) => {
    const branch = world.organisation('COUNTY_EEB', code, [code]);
    bureau(branch);
    const operator = world.organisation('PARK_OWNER', code);
    const park = world.park(code, operator.id, null, operator.id);
    const body = world.organisation('TECH_REVIEW_BODY', code);
    const made = Array.from({ length: FIRMS }, (_, at) =>
      world.enterprise(code, at % 2 ? park : null),
    );
    return {
      code,
      firms: made.map(({ id }): Applicant => {
        const house = world.organisations.find((one) => one.id === id)!;
        const session = person('ENTERPRISE_OWNER', house);
        return { session, about: { enterpriseId: id }, file: randomUUID() };
      }),
      park: {
        session: person('PARK_MANAGER', operator, [park.id]),
        about: { parkId: park.id },
        file: randomUUID(),
      },
      reviewer: { session: person('REVIEWER', body), body: body.id },
      inspector: person('INSPECTOR', branch),
    } satisfies County;
  });
  const passwordHash = await hashPassword('replay-2026');
  await database.transaction(async (tx) => {
    await tx.query('insert into installation (demo, seeded_at) values (false, $1)', [BEGIN]);
    await seedCalendar(tx);
    await enterOrganisations(tx, world.organisations, BEGIN);
    await enterParks(tx, world.parks);
    await enterEnterprises(
      tx,
      world.enterprises.map((firm) => ({ ...firm, ...EMPTY_PROFILE })),
    );
    await enterPosts(
      tx,
      posts.map((post) => ({ ...post, holder: { ...post.holder, passwordHash } })),
    );
    for (const { code, firms: own, park } of firms) {
      for (const { session, file } of [...own, park]) {
        await enterFile(tx, {
          id: file,
          ownerOrg: session.orgs[0]!,
          districtCode: code,
          parkId: null,
          sha256: '0'.repeat(64),
          bytes: 20,
          mediaType: 'application/pdf',
          name: 'replay.pdf',
          purpose: 'eia-document',
          scan: 'CLEAN',
          scanDetail: '',
          createdBy: null,
          createdAt: BEGIN,
        });
      }
    }
  });
  return { counties: firms, bureaus };
}

/** As the server would find it for the holder of the post. */
function sessionOf(
  { id, role, title, holder }: NewPost,
  { id: org, name, kind, territory }: NewOrganisation,
  parks: readonly string[],
): Session {
  const reach = { home: org, orgs: [org], districts: [...territory], parks: [...parks] };
  return {
    personId: holder.personId,
    personName: holder.name,
    personOrg: org,
    passwordDue: false,
    roles: [role],
    posts: [{ id, role, title, organisation: { id: org, name, kind }, standIn: false, ...reach }],
    orgs: reach.orgs,
    districts: reach.districts,
    parks: reach.parks,
    secondFactor: 'not_required',
    signOn: 'none',
    tokenHash: Buffer.alloc(32),
  };
}
