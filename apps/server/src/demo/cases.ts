import type { FilingForm } from '@ludao/contracts';
import { changeFiling, fileCase, openCase, type FilingAsking } from '../modules/cases/index.ts';
import { openCertificateTemplates } from '../modules/documents/index.ts';
import type { NewPost } from '../modules/organisations/index.ts';
import { noRestrictions } from '../modules/parks/index.ts';
import { shippedLaw } from '../modules/rulebook/index.ts';
import { dateInChina } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { isRefusal, type Refusal } from '../platform/refusal.ts';
import type { Session } from '../platform/session.ts';
import type { DemoCounty } from './county.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The treatment of waste gas is a work of its own, and filed wherever it is done. */
const PROJECT = {
  works: ['waste_gas'],
  facts: { nature: 'retrofit' },
  unstated: 'no' as const,
};
const FORM: FilingForm = {
  nature: 'RETROFIT',
  floorAreaM2: 60,
  investmentCents: 38_500_000,
  environmentalInvestmentCents: 38_500_000,
  operationOn: null,
  content: '演示：新增一套二级活性炭吸附装置，替换原有光催化装置，不增加产能',
  impacts: [
    { kind: 'AIR', measure: '集气罩收集，二级活性炭吸附', destination: '15米高排气筒' },
    { kind: 'SOLID_WASTE', measure: '废活性炭按危险废物贮存', destination: '小微危废收运单位' },
    { kind: 'NOISE', measure: '风机减振、隔声', destination: '' },
  ],
  legalRepresentative: '演示法定代表人',
  contact: '演示企业负责人',
  phone: '13600000000',
};

/**
 * Three cases of the first enterprise: one being filled in, one filed with its receipt, one that was
 * prepared for the official system before this platform was, in the demonstration, the record.
 */
export async function enterDemoCases(
  tx: Tx,
  { enterprises }: DemoCounty,
  posts: readonly NewPost[],
  now: Date,
): Promise<void> {
  const enterprise = enterprises[0]!;
  const owner = posts.find(({ role }) => role === 'ENTERPRISE_OWNER')!;
  const shipped = shippedLaw();
  const templates = openCertificateTemplates();
  const at = (daysAgo: number, law = shipped.demoScreener()): FilingAsking => {
    const moment = new Date(now.getTime() - daysAgo * DAY);
    return {
      session: sessionOf(owner, enterprise.name),
      now: moment,
      today: dateInChina(moment),
      causeId: 'demo',
      askTheLaw: (project, on) => law.screen(project as Parameters<typeof law.screen>[0], on),
      certificates: { templates, ruleSet: () => law.ruleSet },
      restrictions: noRestrictions,
    };
  };
  const open = async (name: string, asking: FilingAsking) => {
    const head = { name, projectCode: null, address: enterprise.address };
    const form = { ...head, enterpriseId: enterprise.id, project: PROJECT };
    return done(await openCase(tx, form, asking));
  };
  const file = async (name: string, asking: FilingAsking) => {
    const { id, version, projectCode, address } = await open(name, asking);
    const operationOn = dateInChina(new Date(now.getTime() + 60 * DAY));
    const change = { version, name, projectCode, address, form: { ...FORM, operationOn } };
    const filled = done(await changeFiling(tx, id, change, asking));
    const declared = ['truth', 'level'] as const;
    const filing = { version: filled.version, declared: [...declared] };
    done(await fileCase(tx, id, filing, asking));
  };
  await file('演示：喷漆废气治理设施改造', at(40, shipped.screener));
  await file('演示：注塑废气治理设施改造', at(6));
  await open('演示：食堂油烟净化设施改造', at(1));
}

function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`the demonstration was refused: ${answer.refused}`);
  return answer;
}

/** As the holder of the post acts. */
function sessionOf(post: NewPost, name: string): Session {
  const { id, organisation, role, title, holder } = post;
  const reach = { orgs: [organisation], districts: [], parks: [] };
  return {
    ...reach,
    personId: holder.personId,
    personName: holder.name,
    personOrg: organisation,
    passwordDue: false,
    roles: [role],
    posts: [
      {
        ...reach,
        id,
        role,
        title,
        home: organisation,
        organisation: { id: organisation, name, kind: 'ENTERPRISE' },
        standIn: false,
      },
    ],
    secondFactor: 'not_required',
    signOn: 'none',
    tokenHash: Buffer.alloc(0),
  };
}
