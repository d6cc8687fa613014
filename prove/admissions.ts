import { randomUUID } from 'node:crypto';
import { EMPTY_PROFILE, type Admission } from '@ludao/contracts';
import { enterEnterprises } from '../apps/server/src/modules/enterprises/index.ts';
import {
  enterOrganisations,
  enterPosts,
  hashPassword,
} from '../apps/server/src/modules/organisations/index.ts';
import {
  applyForAdmission,
  enterParkEia,
  enterParks,
  leaveAdmission,
  noPapers,
  noRestrictions,
  type ParkPermit,
} from '../apps/server/src/modules/parks/index.ts';
import { openRulebook } from '../apps/server/src/modules/rulebook/index.ts';
import { DatabaseBusyError } from '../apps/server/src/platform/db.ts';
import { isRefusal, type Refusal } from '../apps/server/src/platform/refusal.ts';
import { scopeOf, type Session } from '../apps/server/src/platform/session.ts';
import { openOnPglite, openOnServer } from '../apps/server/src/platform/testing-databases.ts';
import { applicationOf, eiaForm } from './matrix/access.ts';
import { World } from './matrix/world.ts';

/**
 * Many tenants ask for the last tonne of a park-wide EIA in the same moment: exactly as many enter as
 * fit, the rest are told what does not fit, and the account is the sum of the shares. Then all of
 * them leave in one moment, which gives everything back, and they race once more.
 * On PostgreSQL where LUDAO_TEST_DATABASE_URL names a server: the embedded database has one
 * connection and no races. The last line is JSON, the exit code 1 when a promise was broken.
 */
const TENANTS = Number(process.argv[2] ?? 200);
const ROUNDS = Number(process.argv[3] ?? 2);
const TONNE = 1_000_000;
/** Thirty-three fit into a tonne, and ten kilograms stay. */
const ASKED = 30_000;
const COUNTY = '330603';
const NOW = new Date('2026-11-25T09:00:00+08:00');
const TODAY = '2026-11-25';

const server = process.env['LUDAO_TEST_DATABASE_URL'];
const own = await (server
  ? openOnServer(server, { migrated: true })
  : openOnPglite({ migrated: true }));
const { database } = own;
const started = performance.now();
const broken: string[] = [];
const expect = (what: string, holds: boolean) => void (holds || broken.push(what));

const permit: ParkPermit = {
  number: '演示许可0001',
  validTo: '2029-07-31',
  annualGrams: new Map([
    ['COD', BigInt(10 * TONNE)],
    ['NH3N', BigInt(10 * TONNE)],
  ]),
};
// The demonstration's lists know the park, its EIA, the adoption and the pilot.
const law = openRulebook().demoScreener();
const deps = {
  askTheLaw: (project: object, at: { readonly on: string; readonly jurisdiction: string }) =>
    law.screen(project, at),
  law: () => law,
  permitInForce: () => Promise.resolve(permit),
  restrictions: noRestrictions,
  papers: noPapers,
};

const { sessions, tenants, eia } = await enterTheRace();
let [entered, refused, waited] = [0, 0, 0];
/** As requests are: given up after five seconds without a connection. */
const patient = database.within(5000);
try {
  const fit = Math.min(TENANTS, Math.floor(TONNE / ASKED));
  for (let round = 1; round <= ROUNDS; round++) {
    const answers = await Promise.all(tenants.map((tenant, at) => enters(tenant, at)));
    const admitted = answers.filter(isAdmitted);
    entered += admitted.length;
    refused += answers.length - admitted.length;
    expect(`round ${round}: ${admitted.length} entered, not ${fit}`, admitted.length === fit);
    for (const answer of answers) if (!isAdmitted(answer)) expectNamed(answer, round);
    await expectAccount(round, BigInt(9 * TONNE + fit * ASKED), BigInt(fit * ASKED));
    // The odd ones leave by the operator's eyes as well; all at once here.
    const left = await Promise.all(admitted.map((one) => leaves(one)));
    expect(
      `round ${round}: somebody could not leave`,
      left.every((one) => !isRefusal(one)),
    );
    await expectAccount(round, BigInt(9 * TONNE), 0n);
  }
} finally {
  await own.remove();
}
const seconds = Math.round((performance.now() - started) / 100) / 10;
for (const one of broken.slice(0, 20)) console.log(`BROKEN ${one}`);
console.log(
  JSON.stringify({
    prove: 'admissions',
    database: server ? 'PostgreSQL' : 'PGlite',
    tenants: TENANTS,
    rounds: ROUNDS,
    entered,
    refused,
    askedAgain: waited,
    broken: broken.length,
    seconds,
  }),
);
process.exitCode = broken.length > 0 ? 1 : 0;

function enters(tenant: string, at: number): Promise<Admission | Refusal> {
  const session = sessions.get(tenant)!;
  const pollutants = [
    { pollutant: 'COD', gramsPerYear: ASKED },
    { pollutant: 'NH3N', gramsPerYear: ASKED },
  ] as const;
  // Every other one names them the other way round: they are held in one order all the same.
  const form = applicationOf(tenant, at % 2 === 0 ? [...pollutants] : pollutants.toReversed());
  const asking = { session, now: NOW, today: TODAY, causeId: `race-${at}` };
  const right = { action: 'create', resource: 'admission' } as const;
  return patiently(() =>
    patient.scoped(scopeOf(session, right), (tx) => applyForAdmission(tx, form, asking, deps)),
  );
}

function leaves({ id, enterpriseId, version }: Admission): Promise<Admission | Refusal> {
  const session = sessions.get(enterpriseId)!;
  const form = { version, leftOn: TODAY, cause: 'PROJECT_ENDED' } as const;
  const asking = { session, now: NOW, today: TODAY, causeId: `leave-${id}` };
  return patiently(() =>
    patient.scoped(scopeOf(session), (tx) => leaveAdmission(tx, id, form, asking, deps)),
  );
}

/** Whoever is told that the server is busy asks again, as the page says: nothing was begun. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let more = 100; ; more--) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof DatabaseBusyError) || more === 0) throw error;
      waited += 1;
    }
  }
}

function isAdmitted(answer: Admission | Refusal): answer is Admission {
  return !isRefusal(answer) && answer.state === 'ADMITTED';
}

/** Refused for the one thing that does not fit, with value and limit. */
function expectNamed(answer: Admission | Refusal, round: number): void {
  if (isRefusal(answer)) return expect(`round ${round}: ${answer.refused}`, false);
  const unmet = answer.checks.filter(({ met }) => !met);
  const [check] = unmet;
  const { asked = 0, left = 0 } = check?.params ?? {};
  const told = JSON.stringify(unmet);
  expect(
    `round ${round}: refused for ${told}`,
    unmet.length === 1 && check?.item === 'COD' && asked === ASKED && Number(left) < ASKED,
  );
}

async function expectAccount(round: number, cod: bigint, nh3n: bigint): Promise<void> {
  const rows = await database.transaction((tx) =>
    tx.query<{ item: string; drawn: bigint; total: bigint; shares: bigint }>(
      `select a.item, a.drawn, a.total, coalesce((select sum(amount) from admission_share s
         where s.park_eia_id = a.park_eia_id and s.item = a.item and not s.returned), 0)::bigint as shares
       from park_allowance a where a.park_eia_id = $1`,
      [eia],
    ),
  );
  for (const { item, drawn, total, shares } of rows) {
    const wanted = item === 'COD' ? cod : item === 'NH3N' ? nh3n : 0n;
    expect(`round ${round}: ${item} ${drawn}, not ${wanted}`, drawn === wanted);
    expect(`round ${round}: ${item} ${drawn}, shares ${shares}`, drawn === shares);
    expect(`round ${round}: ${item} above its total`, drawn <= total);
  }
}

/** A park with nine tonnes taken, and tenants with an owner each who may apply. */
async function enterTheRace() {
  const world = new World();
  const branch = world.organisation('COUNTY_EEB', COUNTY, [COUNTY]);
  const operator = world.organisation('PARK_OWNER', COUNTY);
  const landlord = world.organisation('LANDLORD', COUNTY);
  const park = world.park(COUNTY, operator.id, null, landlord.id);
  const firms = Array.from({ length: TENANTS + 1 }, () => world.enterprise(COUNTY, park));
  const [officer, head] = [
    world.post('APPROVAL_OFFICER', branch),
    world.post('BUREAU_HEAD', branch),
  ];
  const owners = firms.map(({ id }) =>
    world.post(
      'ENTERPRISE_OWNER',
      world.organisations.find((house) => house.id === id)!,
    ),
  );
  const passwordHash = await hashPassword('race-2026');
  const id = randomUUID();
  await database.transaction(async (tx) => {
    await enterOrganisations(tx, world.organisations, NOW);
    await enterParks(tx, world.parks);
    await enterEnterprises(
      tx,
      firms.map((firm) => ({ ...firm, ...EMPTY_PROFILE })),
    );
    await enterPosts(
      tx,
      [officer, head, ...owners].map((post) => ({
        ...post,
        holder: { ...post.holder, passwordHash },
      })),
    );
    const totals = [
      { pollutant: 'COD', gramsPerYear: 10 * TONNE },
      { pollutant: 'NH3N', gramsPerYear: 10 * TONNE },
    ] as const;
    await enterParkEia(tx, {
      id,
      park: { id: park.id, ownerOrg: operator.id, districtCode: COUNTY },
      form: eiaForm(park.id, [...totals]),
      approval: {
        approvalNo: '演示环审1号',
        approvedOn: '2026-01-01',
        office: '演示分局',
        inForceFrom: '2026-01-01',
        validTo: '2028-12-31',
      },
      listedAs: 'demo-park-textile',
      enteredBy: { person: officer.holder.personId, post: officer.id },
      confirmedBy: head.holder.personId,
      at: NOW,
      reconciledOn: '2026-01-02',
      tenants: [
        {
          id: randomUUID(),
          enterprise: firms[0]!.id,
          name: firms[0]!.name,
          unitId: null,
          since: '2026-01-02',
          shares: [{ item: 'COD', amount: BigInt(9 * TONNE) }],
        },
      ],
    });
  });
  const racing = owners.slice(1);
  return {
    eia: id,
    tenants: racing.map(({ organisation }) => organisation),
    sessions: new Map(racing.map((post) => [post.organisation, sessionOf(post)])),
  };
}

/** As the server would find it for the holder of the post. */
function sessionOf({
  id,
  organisation,
  role,
  holder,
  title,
}: (typeof World.prototype.posts)[number]): Session {
  const reach = { home: organisation, orgs: [organisation], districts: [], parks: [] };
  const house = { id: organisation, name: '', kind: 'ENTERPRISE' } as const;
  return {
    personId: holder.personId,
    personName: holder.name,
    personOrg: organisation,
    passwordDue: false,
    roles: [role],
    posts: [{ id, role, title, organisation: house, standIn: false, ...reach }],
    orgs: [organisation],
    districts: [],
    parks: [],
    secondFactor: 'not_required',
    signOn: 'none',
    tokenHash: Buffer.alloc(32),
  } as unknown as Session;
}
