import { completeCreditCode, EMPTY_APPROVAL_FILE, type ApprovalFile } from '@ludao/contracts';
import {
  enterAcceptedCases,
  type AskTheLaw,
  type NewAcceptedCase,
} from '../modules/cases/index.ts';
import type { NewEnterprise } from '../modules/enterprises/index.ts';
import { shippedLaw } from '../modules/rulebook/index.ts';
import type { Tx } from '../platform/db.ts';
import type { DemoCounty } from './county.ts';

const CASES = 12;
/** Plastics: parts, packaging and other goods are report forms, all of one industry. */
const PLASTICS = ['2926', '2927'];
const WORKS = ['注塑生产线', '吹塑生产线', '包装件生产线', '塑料零件生产线'];

/** Twelve report forms of plastics firms in two parks, accepted today and waiting for their survey. */
export async function enterDemoApprovals(
  tx: Tx,
  { enterprises }: DemoCounty,
  when: { readonly now: Date; readonly today: string },
): Promise<void> {
  const firms = enterprises.filter(
    ({ parkId, industries }) =>
      parkId !== null && industries.some((code) => PLASTICS.includes(code)),
  );
  const parks = [...Map.groupBy(firms, ({ parkId }) => parkId).values()]
    .toSorted((one, other) => other.length - one.length)
    .slice(0, 2);
  const chosen = parks.flat().slice(0, CASES);
  // Where two parks do not house so many, a firm has a second line.
  const lines = Array.from({ length: CASES }, (_, at) => chosen[at % chosen.length]!);
  const cases = lines.map((firm, at) => demoCase(firm, at));
  const screener = shippedLaw().demoScreener();
  const askTheLaw: AskTheLaw = (project, on) =>
    screener.screen(project as Parameters<typeof screener.screen>[0], on);
  await enterAcceptedCases(tx, { askTheLaw, ruleSet: screener.ruleSet }, cases, when);
}

function demoCase(firm: NewEnterprise, at: number): NewAcceptedCase {
  const { id, name, districtCode, parkId, address } = firm;
  const works = WORKS[at % WORKS.length]!;
  return {
    enterprise: { id, name, districtCode, parkId },
    name: `演示${works}项目（${at + 1}号）`,
    address,
    project: { industries: ['2926'], works: [], facts: {}, place: {}, unstated: 'no' },
    file: demoFile(districtCode, at),
    contact: { name: '演示联系人', phone: `1370000${String(at + 1).padStart(4, '0')}` },
    lead: '演示主持人',
  };
}

function demoFile(districtCode: string, at: number): ApprovalFile {
  return {
    ...EMPTY_APPROVAL_FILE,
    projectCode: `2611-${districtCode}-89-01-${String(800_000 + at)}`,
    construction: at % 3 === 0 ? 'EXTENDED' : 'NEW',
    occasion: 'FIRST',
    totalYuan: 3_000_000 + 500_000 * at,
    environmentYuan: 150_000 + 20_000 * at,
    months: 4,
    begun: false,
    landSquareMetres: 600 + 50 * at,
    preparer: '演示环评编制有限公司',
    preparerCode: completeCreditCode('91330603DEM990001'),
    leadNumber: 'BH000001',
    overview: '演示数据：租用园区厂房，新增注塑机和配套的活性炭吸附装置。',
    participation: '演示数据：已在园区公告栏张贴，未收到意见。',
    commitments: '演示数据：废气收集处理后达标排放，废活性炭委托处置。',
    impacts: '演示数据：主要为非甲烷总烃；经集气罩收集、两级活性炭吸附后高空排放。',
    pollutants: [{ pollutant: 'VOCS', gramsPerYear: 40_000 + 5_000 * at }],
  };
}
