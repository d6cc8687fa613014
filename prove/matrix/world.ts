import { completeCreditCode, type OrganisationKind, type Role } from '@ludao/contracts';
import { enterContacts, type NewContact } from '../../apps/server/src/modules/contacts/index.ts';
import { drawsFrom } from '../../apps/server/src/demo/random.ts';
import {
  enterEnterprises,
  type NewEnterprise,
} from '../../apps/server/src/modules/enterprises/index.ts';
import {
  enterDelegations,
  enterOrganisations,
  enterPosts,
  hashPassword,
  type NewOrganisation,
  type NewPost,
} from '../../apps/server/src/modules/organisations/index.ts';
import { enterParks, type NewPark } from '../../apps/server/src/modules/parks/index.ts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import { append, type JsonObject } from '../../apps/server/src/platform/event-log/index.ts';

/** Home, its neighbour in the same city, and a county of another city. */
export const [HOME, NEXT, FAR] = ['330603', '330602', '330102'];
const CITY = '330600';
export const NOW = new Date('2026-11-25T09:00:00+08:00');
const TODAY = '2026-11-25';
const DAY = 24 * 60 * 60 * 1000;

/** Everything that is invented for the walk; each name stands in one place only. */
export class World {
  readonly organisations: NewOrganisation[] = [];
  readonly parks: NewPark[] = [];
  readonly enterprises: NewEnterprise[] = [];
  readonly posts: NewPost[] = [];
  readonly contacts: NewContact[] = [];
  readonly #draws = drawsFrom(20_261_125);
  #number = 0;

  organisation(kind: OrganisationKind, districtCode: string, territory: readonly string[] = []) {
    this.#number += 1;
    const isOffice = territory.length > 0 || kind === 'PLATFORM' || kind === 'TOWN';
    const made: NewOrganisation = {
      id: this.#draws.id(),
      kind,
      name: `矩阵机构${this.#number}号`,
      creditCode: isOffice ? null : this.creditCode(districtCode),
      districtCode,
      territory,
      isPublic: isOffice || kind === 'PARK_OWNER',
    };
    this.organisations.push(made);
    return made;
  }

  creditCode(districtCode: string): string {
    this.#number += 1;
    return completeCreditCode(`91${districtCode}MTX${String(this.#number).padStart(6, '0')}`);
  }

  park(districtCode: string, operator: string, legalEntity: string | null, landlord: string) {
    this.#number += 1;
    const made: NewPark = {
      id: this.#draws.id(),
      name: `矩阵园区${this.#number}号`,
      districtCode,
      kind: 'MANUFACTURING',
      operator,
      legalEntity,
      address: '',
      longitude: null,
      latitude: null,
      designations: [
        {
          id: this.#draws.id(),
          kind: 'STARS',
          stars: 4,
          evidence: '矩阵〔2026〕1号',
          validFrom: '2026-01-01',
          validTo: null,
        },
      ],
      buildings: [
        {
          id: this.#draws.id(),
          name: '1号楼',
          landlord,
          units: [{ id: this.#draws.id(), name: '101', areaM2: 500 }],
        },
      ],
    };
    this.parks.push(made);
    return made;
  }

  enterprise(districtCode: string, park: NewPark | null): NewEnterprise {
    const { id, name, creditCode } = this.organisation('ENTERPRISE', districtCode);
    const made: NewEnterprise = {
      id,
      name,
      creditCode: creditCode!,
      industries: ['2926'],
      districtCode,
      address: `${name}的地址`,
      parkId: park?.id ?? null,
      unitId: park?.buildings[0]!.units[0]!.id ?? null,
      movedIn: park ? '2024-01-01' : null,
      wastewater: 'NONE',
      hazardousWaste: true,
    };
    this.enterprises.push(made);
    return made;
  }

  /** Of an enterprise, or of a park. */
  contact(row: NewEnterprise | NewPark): NewContact {
    this.#number += 1;
    const isPark = 'operator' in row;
    const { id, districtCode } = row;
    return {
      id: this.#draws.id(),
      subject: { kind: isPark ? 'park' : 'enterprise', id },
      place: isPark
        ? { ownerOrg: row.operator, districtCode, parkId: id }
        : { ownerOrg: id, districtCode, parkId: row.parkId },
      kind: 'ENVIRONMENT_LEAD',
      name: `矩阵联系人${this.#number}号`,
      phone: `137${String(this.#number).padStart(8, '0')}`,
      jobTitle: '厂长',
      enteredOn: TODAY,
    };
  }

  post(role: Role, { id, districtCode }: NewOrganisation, postPark: string | null = null): NewPost {
    this.#number += 1;
    const made: NewPost = {
      id: this.#draws.id(),
      organisation: id,
      districtCode,
      role,
      title: '矩阵岗位',
      postPark,
      createdOn: '2026-01-01',
      holder: {
        personId: this.#draws.id(),
        name: `矩阵人员${this.#number}号`,
        phone: `139${String(this.#number).padStart(8, '0')}`,
        signInName: `matrix${this.#number}`,
        passwordHash: '',
      },
    };
    this.posts.push(made);
    return made;
  }
}

/** The rows that every walk is about, and the organisations around them. */
export function buildGround() {
  const world = new World();
  const office = {
    MUNICIPAL_EEB: world.organisation('MUNICIPAL_EEB', CITY, [CITY, HOME, NEXT]),
    COUNTY_EEB: world.organisation('COUNTY_EEB', HOME, [HOME]),
    COUNTY_GOV: world.organisation('COUNTY_GOV', HOME, [HOME]),
    ECON_INFO_DEPT: world.organisation('ECON_INFO_DEPT', HOME, [HOME]),
    TOWN: world.organisation('TOWN', HOME),
    TECH_REVIEW_BODY: world.organisation('TECH_REVIEW_BODY', HOME),
    PARK_OWNER: world.organisation('PARK_OWNER', HOME),
    PARK_LEGAL_ENTITY: world.organisation('PARK_LEGAL_ENTITY', HOME),
    LANDLORD: world.organisation('LANDLORD', HOME),
    THIRD_PARTY_ORG: world.organisation('THIRD_PARTY_ORG', HOME),
    HW_COLLECTOR: world.organisation('HW_COLLECTOR', HOME),
    HW_CARRIER: world.organisation('HW_CARRIER', HOME),
    HW_RECEIVER: world.organisation('HW_RECEIVER', HOME),
    PLATFORM: world.organisation('PLATFORM', CITY),
  };
  const nextBranch = world.organisation('COUNTY_EEB', NEXT, [NEXT]);
  // Another office with the same county: what belongs to an office is not its business.
  const otherOffice = world.organisation('COUNTY_EEB', HOME, [HOME]);
  const parkIn = (county: string) => {
    const operator = world.organisation('PARK_OWNER', county).id;
    return world.park(county, operator, null, world.organisation('LANDLORD', county).id);
  };
  const ownPark = world.park(
    HOME,
    office.PARK_OWNER.id,
    office.PARK_LEGAL_ENTITY.id,
    office.LANDLORD.id,
  );
  const places = {
    ownPark,
    neighbourPark: parkIn(HOME),
    noPark: null,
    nextCounty: parkIn(NEXT),
    otherCity: parkIn(FAR),
  };
  const rows = {
    own: world.enterprise(HOME, ownPark),
    samePark: world.enterprise(HOME, ownPark),
    neighbourPark: world.enterprise(HOME, places.neighbourPark),
    noPark: world.enterprise(HOME, null),
    nextCounty: world.enterprise(NEXT, places.nextCounty),
    otherCity: world.enterprise(FAR, places.otherCity),
  };
  const enterpriseOf = (entered: NewEnterprise) =>
    world.organisations.find(({ id }) => id === entered.id)!;
  for (const row of Object.values(rows)) world.post('ENTERPRISE_OWNER', enterpriseOf(row));
  for (const row of [...Object.values(rows), ...Object.values(places)]) {
    if (row) world.contacts.push(world.contact(row));
  }
  // Whoever drafted the papers of an office knocks at no door himself.
  const drafters = new Map(
    [office.COUNTY_EEB, otherOffice, nextBranch, office.MUNICIPAL_EEB].map((house) => [
      house.id,
      world.post('INSPECTOR', house),
    ]),
  );
  return { world, office, nextBranch, otherOffice, places, rows, enterpriseOf, drafters };
}
export type Ground = ReturnType<typeof buildGround>;

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
