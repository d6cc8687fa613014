import type { NewEnterprise } from '../modules/enterprises/index.ts';
import type { NewPost } from '../modules/organisations/index.ts';
import { listEntered, type NewParkEia } from '../modules/parks/index.ts';
import { permitOfPark } from '../modules/permits/index.ts';
import { shippedLaw } from '../modules/rulebook/index.ts';
import type { Tx } from '../platform/db.ts';
import type { DemoCounty } from './county.ts';
import type { NewEvent } from '../platform/event-log/index.ts';
import type { Draws } from './random.ts';

const KILOGRAM = 1000;
const CUBIC_METRE = 1000;

/**
 * The first park has a park-wide EIA in force, with two tenants that took their shares; the owner
 * of the demonstration has not applied yet. Only where there is a whole county to show.
 */
export function demoParkEia(
  { parks, enterprises }: DemoCounty,
  posts: readonly NewPost[],
  draws: Draws,
  now: Date,
): NewParkEia | null {
  const [park] = parks;
  const [first] = enterprises;
  const officer = posts.find(({ role }) => role === 'APPROVAL_OFFICER');
  const head = posts.find(({ role }) => role === 'BUREAU_HEAD');
  if (parks.length < 10 || !park || !first || !officer || !head) return null;
  const others = enterprises.filter(({ parkId, id }) => parkId === park.id && id !== first.id);
  return {
    id: draws.id(),
    park: { id: park.id, ownerOrg: park.operator, districtCode: park.districtCode },
    form: {
      parkId: park.id,
      title: `${park.name}整体环境影响报告书`,
      historical: true,
      liability: 'PARK_ENTITY',
      preparer: '演示环评技术有限公司',
      summary: '演示数据：园区内同一具体行业的企业共用一本环评，按批准的范围和份额直接入驻。',
      reportFile: null,
      envelope: {
        industries: [first.industries[0]!],
        digits: null,
        processes: [],
        conditions: [
          { no: '准入条件1', text: '不自建燃煤锅炉', when: 'boiler.coal_oil_t_h = 0' },
          { no: '准入条件2', text: '生产废水全部纳入园区污水管网', when: '' },
        ],
        totals: [
          { pollutant: 'COD', gramsPerYear: 12_000 * KILOGRAM },
          { pollutant: 'NH3N', gramsPerYear: 900 * KILOGRAM },
          { pollutant: 'VOCS', gramsPerYear: 6_500 * KILOGRAM },
        ],
        wastewaterLitresPerDay: 800 * CUBIC_METRE,
        distances: [
          { metres: 100, to: '居民区', text: '生产车间外 100 米内不新建居民区、学校、医院' },
        ],
        conclusions: ['规划和产业政策符合性', '选址合理性', '区域环境质量现状'],
      },
    },
    approval: {
      approvalNo: '演示环审〔2025〕10号',
      approvedOn: '2025-03-10',
      office: '演示柯桥区生态环境分局',
      inForceFrom: '2025-03-10',
      validTo: '2030-03-09',
    },
    listedAs: null,
    enteredBy: { person: officer.holder.personId, post: officer.id },
    confirmedBy: head.holder.personId,
    at: now,
    reconciledOn: '2025-04-01',
    tenants: others.slice(0, 2).map((tenant, at) => tenantOf(tenant, at + 1, draws)),
  };
}

function tenantOf({ id: enterprise, name, unitId }: NewEnterprise, size: number, draws: Draws) {
  return {
    id: draws.id(),
    enterprise,
    name,
    unitId: unitId ?? null,
    since: '2025-04-01',
    shares: [
      { item: 'COD', amount: BigInt(size * 1_850 * KILOGRAM) },
      { item: 'NH3N', amount: BigInt(size * 120 * KILOGRAM) },
      { item: 'WASTEWATER', amount: BigInt(size * 95 * CUBIC_METRE) },
    ] as const,
  };
}

/** Makes it law in the demonstration, so that tenants can enter under it and the wizard knows it. */
export async function listDemoParkEia(
  tx: Tx,
  { id, enteredBy, confirmedBy: approvedBy, at }: NewParkEia,
  { office }: DemoCounty,
): Promise<void> {
  const law = shippedLaw().screener;
  const by = { ...enteredBy, organisation: office.COUNTY_EEB!.id, at, approvedBy };
  await listEntered(tx, id, by, { law, permitInForce: permitOfPark, causeId: 'demo' });
}

/** What the log says of it. */
export function eiaEventsOf({ id, park, approval, tenants }: NewParkEia): NewEvent[] {
  const { ownerOrg, districtCode } = park;
  const event = { typeVersion: 1, districtCode, expectedSeq: 0 } as const;
  const { office: _, ...days } = approval;
  return [
    {
      ...event,
      stream: `park-eia/${id}`,
      type: 'park_eia.approved',
      body: { ...days, carried: String(tenants.length) },
      ownerOrg,
    },
    ...tenants.map(({ id: admission, enterprise, shares }) => ({
      ...event,
      stream: `admission/${admission}`,
      type: 'admission.admitted',
      body: {
        eia: id,
        shares: Object.fromEntries(shares.map(({ item, amount }) => [item, String(amount)])),
      },
      ownerOrg: enterprise,
    })),
  ];
}
