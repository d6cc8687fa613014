import { ROLES, ROLE_NAMES, type OrganisationKind, type Role } from '@ludao/contracts';
import { enterContacts } from '../modules/contacts/index.ts';
import { enterOffice } from '../modules/documents/index.ts';
import { enterEnterprises } from '../modules/enterprises/index.ts';
import {
  enterDelegations,
  enterOrganisations,
  enterPosts,
  hashPassword,
  type NewOrganisation,
  type NewPost,
} from '../modules/organisations/index.ts';
import { enterParkEia, enterParks, type NewPark } from '../modules/parks/index.ts';
import type { Tx } from '../platform/db.ts';
import { append, type JsonObject } from '../platform/event-log/index.ts';
import { enterDemoApprovals } from './approvals.ts';
import { enterDemoCases } from './cases.ts';
import { demoContacts, demoPhone } from './contacts.ts';
import { demoParkEia, eiaEventsOf, listDemoParkEia } from './park-eia.ts';
import { enterDemoSharing } from './shared-data.ts';
import { seedPermits } from './permits.ts';
import { buildCounty, FEW, type DemoCounty } from './county.ts';
import { drawsFrom, type Draws } from './random.ts';
import { enterDemoRetrofits } from './retrofits.ts';
import { ACCOUNT_NAMES, CITY_CODE, COUNTIES, DEMO_PASSWORD } from './words.ts';

/** How much of each county, in the order of COUNTIES. */
export type DemoSize = readonly { readonly parks: number; readonly enterprises: number }[];

/** What a first start shows. */
export const ONE_COUNTY: DemoSize = [{ parks: 12, enterprises: 300 }];
/** 103 parks, as the city's own plan counts them, and 3,000 enterprises. */
export const WHOLE_CITY: DemoSize = [
  { parks: 28, enterprises: 820 },
  { parks: 17, enterprises: 480 },
  { parks: 19, enterprises: 560 },
  { parks: 20, enterprises: 600 },
  { parks: 10, enterprises: 290 },
  { parks: 9, enterprises: 250 },
];
const SEED = 20_260_101;

/** Fills an empty database with invented organisations, people, parks and enterprises. */
export async function seedDemo(
  tx: Tx,
  size: DemoSize,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<{ readonly parks: number; readonly enterprises: number }> {
  const draws = drawsFrom(SEED);
  const counties = size.map((share, at) => buildCounty(COUNTIES[at]!, share, draws));
  const city = cityOffices(draws);
  const organisations = [...city, ...counties.flatMap((county) => county.organisations)];
  const parks = counties.flatMap((county) => county.parks);
  const enterprises = counties.flatMap((county) => county.enterprises);
  await enterOrganisations(tx, organisations, now);
  await enterParks(tx, parks);
  await enterEnterprises(tx, enterprises);
  const posts = await postsOf(counties[0]!, city, draws, today);
  await enterPosts(tx, [...posts, ...moreChiefs(counties[0]!, posts[0]!, draws)]);
  for (const { office } of counties) await enterOffice(tx, issuingOfficeOf(office.COUNTY_EEB!));
  await enterContacts(tx, demoContacts({ parks, enterprises }, posts, today));
  await enterDelegations(tx, delegationsOf(counties[0]!, now));
  const eia = demoParkEia(counties[0]!, posts, draws, now);
  if (eia) await enterParkEia(tx, eia);
  const byProgram = { actor: 'system:demo', actingFor: null, office: null, now };
  await append(tx, byProgram, parks.map(registrationOf));
  await append(
    tx,
    byProgram,
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
  if (eia) {
    await append(tx, byProgram, eiaEventsOf(eia));
    await enterDemoSharing(tx, counties[0]!, posts, eia, now);
  }
  const owner = posts.find(({ role }) => role === 'ENTERPRISE_OWNER')!;
  await seedPermits(tx, counties[0]!, owner, { now, today });
  if (eia) await listDemoParkEia(tx, eia, counties[0]!);
  if (enterprises.length >= FEW) {
    await enterDemoCases(tx, counties[0]!, posts, now);
    await enterDemoApprovals(tx, counties[0]!, { now, today });
    await enterDemoRetrofits(tx, counties[0]!, posts, now);
  }
  return { parks: parks.length, enterprises: enterprises.length };
}

function cityOffices(draws: Draws): NewOrganisation[] {
  const office = (kind: OrganisationKind, name: string, territory: readonly string[]) => ({
    id: draws.id(),
    kind,
    name,
    creditCode: null,
    districtCode: CITY_CODE,
    territory,
    isPublic: true,
  });
  return [
    office('MUNICIPAL_EEB', '演示市生态环境局', [CITY_CODE, ...COUNTIES.map(({ code }) => code)]),
    office('PLATFORM', '演示平台运行中心', []),
  ];
}

/** One person for every role, in the first county or at the city. */
async function postsOf(
  county: DemoCounty,
  city: readonly NewOrganisation[],
  draws: Draws,
  today: string,
): Promise<NewPost[]> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return ROLE_NAMES.map((role, at): NewPost => {
    const organisation = officeFor(role, county, city);
    const isOfPark = role === 'PARK_CHIEF' || role === 'SQUAD_MEMBER';
    return {
      id: draws.id(),
      organisation: organisation.id,
      districtCode: organisation.districtCode,
      role,
      title: ROLES[role].zh,
      postPark: isOfPark ? county.parks[0]!.id : null,
      createdOn: today,
      holder: {
        personId: draws.id(),
        name: `演示${ROLES[role].zh}`,
        phone: demoPhone(at + 1),
        signInName: ACCOUNT_NAMES[role],
        passwordHash,
      },
    };
  });
}

/** Of a county with many parks some more have a chief and a squad. */
function moreChiefs({ parks, office }: DemoCounty, model: NewPost, draws: Draws): NewPost[] {
  if (parks.length < 10) return [];
  const town = office.TOWN!;
  return parks.slice(1, 7).flatMap(({ id: postPark }, at) =>
    (['PARK_CHIEF', 'SQUAD_MEMBER'] as const).map((role): NewPost => {
      const number = at + 2;
      return {
        ...model,
        id: draws.id(),
        organisation: town.id,
        districtCode: town.districtCode,
        role,
        title: `${ROLES[role].zh}（${number}号园）`,
        postPark,
        holder: {
          ...model.holder,
          personId: draws.id(),
          phone: null,
          name: `演示${ROLES[role].zh}${number}号`,
          signInName: `${ACCOUNT_NAMES[role]}${number}`,
        },
      };
    }),
  );
}

function registrationOf(entered: NewPark) {
  const { id, designations: _designations, buildings: _buildings, ...park } = entered;
  return {
    stream: `park/${id}`,
    type: 'park.registered',
    typeVersion: 1,
    body: park as unknown as JsonObject,
    ownerOrg: park.operator,
    districtCode: park.districtCode,
    expectedSeq: 0,
  };
}

function officeFor(
  role: Role,
  county: DemoCounty,
  city: readonly NewOrganisation[],
): NewOrganisation {
  const [kind] = ROLES[role].kinds;
  const found = county.office[kind] ?? city.find((office) => office.kind === kind);
  if (!found) throw new Error(`the demonstration has no organisation of kind ${kind}`);
  return found;
}

/** The branch acts in the name of the city bureau, as a branch in law does. */
function issuingOfficeOf({ id, districtCode, name }: NewOrganisation) {
  const county = name.replace(/^演示|生态环境分局$/g, '');
  return {
    id,
    districtCode,
    issuer: '演示市生态环境局',
    reviewAuthority: '演示市人民政府',
    court: '演示市有管辖权的人民法院',
    contact: `演示${county}滨河路1号　演示电话 000-00000000`,
    series: [
      { code: 'notice', pattern: `演环${county}告〔{year}〕{serial}号` },
      { code: 'permit', pattern: `演环${county}许〔{year}〕{serial}号` },
      { code: 'approval', pattern: `演环${county}审〔{year}〕{serial}号` },
      { code: 'order', pattern: `演环${county}责改〔{year}〕{serial}号` },
    ],
  };
}

/** The steward's agency may act for five enterprises, for a year. */
function delegationsOf({ enterprises, office }: DemoCounty, now: Date) {
  const endsAt = new Date(now.getTime() + 365 * 24 * 60 * 60 * 1000);
  return enterprises.slice(0, 5).map(({ id, districtCode }) => ({
    owner: id,
    districtCode,
    to: office.THIRD_PARTY_ORG!.id,
    startsAt: now,
    endsAt,
  }));
}
