import type { HeldCategory, Outlet, PermitContent } from '@ludao/contracts';
import type { NewEnterprise } from '../modules/enterprises/index.ts';
import type { NewPost } from '../modules/organisations/index.ts';
import {
  enterHistoricalPermit,
  openPermitApplication,
  stepPermitApplication,
  type AskTheLaw,
  type HistoricalPermit,
} from '../modules/permits/index.ts';
import { shippedLaw } from '../modules/rulebook/index.ts';
import { screen } from '../modules/screening/index.ts';
import type { Tx } from '../platform/db.ts';
import { isRefusal } from '../platform/refusal.ts';
import type { Session } from '../platform/session.ts';
import { formatDate, parseDate } from '../platform/working-days.ts';
import type { DemoCounty } from './county.ts';

/** A county with fewer enterprises is one of a test, and has no permits. */
const FEW = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

const daysFrom = (day: string, count: number) =>
  formatDate(new Date(parseDate(day).getTime() + count * DAY_MS));

/** One park's permit, those of a few enterprises, one that ends soon, one that lapsed, and one applied for. */
export async function seedPermits(
  tx: Tx,
  { parks, enterprises, organisations }: DemoCounty,
  owner: NewPost,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<void> {
  if (enterprises.length < FEW) return;
  const law = shippedLaw().rulebook.ruleSet;
  const acting = { actor: 'system:demo', office: null, now, causeId: 'demo' };
  const enter = async (permit: HistoricalPermit) => {
    const entered = await enterHistoricalPermit(tx, permit, acting, law);
    if (isRefusal(entered)) throw new Error(`the demonstration’s permit: ${entered.refused}`);
  };
  const ofFirm = (at: number, category: HeldCategory, lastDay: string) => {
    const firm = enterprises[at]!;
    const letter = category === 'REGISTRATION' ? 'W' : 'P';
    return enter({
      holder: { kind: 'enterprise', id: firm.id },
      category,
      content: contentOf(firm, category),
      number: `${firm.creditCode}001${letter}`,
      validFrom: daysFrom(lastDay, -5 * 365),
      validTo: lastDay,
    });
  };
  const [park] = parks;
  const operator = organisations.find(({ id }) => id === park!.operator);
  await enter({
    holder: { kind: 'park', id: park!.id },
    category: 'KEY',
    content: {
      ...contentOf(enterprises[0]!, 'KEY'),
      address: park!.address ?? '',
      amounts: [
        { pollutant: 'COD', gramsPerYear: 12_500_000 },
        { pollutant: 'NH3N', gramsPerYear: 1_250_000 },
        { pollutant: 'VOCS', gramsPerYear: 8_400_000 },
      ],
    },
    number: `${operator!.creditCode}001P`,
    validFrom: daysFrom(today, -400),
    validTo: daysFrom(today, 1425),
  });
  await ofFirm(5, 'SIMPLIFIED', daysFrom(today, 900));
  await ofFirm(1, 'KEY', daysFrom(today, 50));
  await ofFirm(6, 'REGISTRATION', daysFrom(today, 700));
  await ofFirm(7, 'SIMPLIFIED', daysFrom(today, -1));
  await applyFor(tx, enterprises[0]!, owner, { now, today });
}

/** The owner of the first enterprise has handed in an application; the office has it. */
async function applyFor(
  tx: Tx,
  firm: NewEnterprise,
  owner: NewPost,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<void> {
  const askTheLaw: AskTheLaw = (project, at) => screen(shippedLaw(), { ...project, ...at }, at.on);
  const law = () => shippedLaw().rulebook.ruleSet;
  const asking = { session: sessionOf(owner), now, today, causeId: 'demo', law, askTheLaw };
  const opened = await openPermitApplication(
    tx,
    {
      holder: { kind: 'enterprise', id: firm.id },
      site: '',
      kind: 'NEW',
      category: 'KEY',
      content: contentOf(firm, 'KEY'),
      changedOn: null,
      reasons: [],
      project: null,
    },
    asking,
  );
  if (isRefusal(opened)) throw new Error(`the demonstration’s application: ${opened.refused}`);
  const step = { step: 'submit', version: 1 } as const;
  const submitted = await stepPermitApplication(tx, opened.application, step, asking);
  if (isRefusal(submitted))
    throw new Error(`the demonstration’s application: ${submitted.refused}`);
}

/** As whoever holds the post would be signed in. */
function sessionOf({ id, role, title, organisation, holder }: NewPost): Session {
  const reach = { home: organisation, orgs: [organisation], districts: [], parks: [] };
  const house = { id: organisation, name: '', kind: 'ENTERPRISE' as const };
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
  };
}

/** What such a firm's permit says. */
function contentOf(
  { address, industries, wastewater, pollutants }: NewEnterprise,
  category: HeldCategory,
): PermitContent {
  const isWet = (wastewater ?? 'NONE') !== 'NONE';
  const air: Outlet = {
    code: 'DA001',
    kind: 'AIR_ORGANISED',
    name: '演示工艺废气排放口',
    pollutants: [
      {
        name: '非甲烷总烃',
        concentration: '60',
        unit: 'MG_M3',
        standard: '演示：GB 16297 表 2',
      },
    ],
  };
  const water: Outlet = {
    code: 'DW001',
    kind: 'WATER_INDIRECT',
    name: '演示废水总排口',
    pollutants: [
      { name: 'pH 值', concentration: '6-9', unit: 'NONE', standard: '演示：纳管标准' },
      { name: '化学需氧量', concentration: '200', unit: 'MG_L', standard: '演示：纳管标准' },
    ],
  };
  const outlets = isWet ? [air, water] : [air];
  const isRegistration = category === 'REGISTRATION';
  return {
    address,
    industries: [...industries],
    wastewater: wastewater ?? 'NONE',
    outlets: isRegistration ? [] : outlets,
    amounts: isRegistration ? [] : [...(pollutants ?? [])],
    measures: ['演示：废气经活性炭吸附后由 15 米排气筒排放'],
    monitoring: isRegistration ? [] : ['演示：DA001 非甲烷总烃，每半年监测一次'],
    ledger: isRegistration ? [] : ['演示：活性炭更换台账，按月记录', '演示：执行报告，每年一次'],
    standards: ['演示：GB 16297 表 2'],
  };
}
