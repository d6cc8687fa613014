import { completeCreditCode, type OrganisationKind, type Role } from '@ludao/contracts';
import type { NewContact } from '../../apps/server/src/modules/contacts/index.ts';
import { drawsFrom } from '../../apps/server/src/demo/random.ts';
import type { NewEnterprise } from '../../apps/server/src/modules/enterprises/index.ts';
import type {
  NewOrganisation,
  NewPost,
} from '../../apps/server/src/modules/organisations/index.ts';
import type { NewPark } from '../../apps/server/src/modules/parks/index.ts';

/** Home, its neighbour in the same city, and a county of another city. */
export const [HOME, NEXT, FAR] = ['330603', '330602', '330102'];
const CITY = '330600';
export const NOW = new Date('2026-11-25T09:00:00+08:00');
const TODAY = '2026-11-25';

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
