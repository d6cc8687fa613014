import { randomUUID } from 'node:crypto';
import { COMPLETION_BAR_NAMES, MAIN_POLLUTANTS, PERMIT_CHANGE_NAMES } from '@ludao/contracts';
import {
  openCase,
  openCompletion,
  takeCheckStep,
  takeCompletionStep,
  takeRetrofitStep,
  type CompletionAsking,
  type RetrofitAsking,
} from '../modules/cases/index.ts';
import { openCertificateTemplates } from '../modules/documents/index.ts';
import type { NewPost } from '../modules/organisations/index.ts';
import { noRestrictions } from '../modules/parks/index.ts';
import { shippedLaw } from '../modules/rulebook/index.ts';
import { dateInChina } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { Files, StoredFile } from '../platform/files/index.ts';
import { done, sessionOf } from './cases.ts';
import type { DemoCounty } from './county.ts';

const DAY = 24 * 60 * 60 * 1000;

const PROJECT = {
  works: ['waste_gas'],
  place: { park: 'unlisted' },
  facts: {
    nature: 'retrofit',
    'retrofit.public_env_infra': true,
    'retrofit.no_new_land': true,
    'retrofit.no_added_pollutant': true,
  },
  unstated: 'no' as const,
};

/** Papers of a demonstration have no bytes: they are named, and not on file. */
const NO_FILES = {
  find: () => Promise.resolve({} as StoredFile),
  link: (_: Tx, id: string) => Promise.resolve({ id } as StoredFile),
} as unknown as Files;

/**
 * Two retrofits of the first park, one of them waiting for its after-check, and a completion acceptance
 * of its first enterprise whose report is public.
 */
export async function enterDemoRetrofits(
  tx: Tx,
  { parks, enterprises, office }: DemoCounty,
  posts: readonly NewPost[],
  now: Date,
): Promise<void> {
  const park = parks[0]!;
  const enterprise = enterprises[0]!;
  const law = shippedLaw().demoScreener();
  const templates = openCertificateTemplates();
  const postOf = (role: NewPost['role']) => posts.find((post) => post.role === role)!;
  const acting = (daysAgo: number) => {
    const moment = new Date(now.getTime() - daysAgo * DAY);
    return { now: moment, today: dateInChina(moment), causeId: 'demo', files: NO_FILES };
  };
  const manager = sessionOf(postOf('PARK_MANAGER'), office.PARK_OWNER!);
  const at = (daysAgo: number): RetrofitAsking => ({
    ...acting(daysAgo),
    session: manager,
    askTheLaw: (project, on) => law.screen(project as Parameters<typeof law.screen>[0], on),
    ruleSet: () => law.ruleSet,
    certificates: { templates, ruleSet: () => law.ruleSet },
    restrictionOf: noRestrictions,
    permitOf: () => Promise.resolve(null),
  });
  const declare = async (name: string, facility: string, daysAgo: number) => {
    const asking = at(daysAgo);
    const head = { name, projectCode: null, address: park.address };
    const whose = { enterpriseId: null, parkId: park.id };
    const opened = done(await openCase(tx, { ...head, ...whose, project: PROJECT }, asking));
    const step = { step: 'save', version: opened.version, form: formOf(facility) } as const;
    const saved = done(await takeRetrofitStep(tx, opened.id, step, asking));
    const declaring = { step: 'declare', version: saved.version } as const;
    done(await takeRetrofitStep(tx, opened.id, declaring, asking));
    return opened.id;
  };
  await declare('演示：集中喷涂中心废气设施技改', '演示集中喷涂中心废气处理设施', 20);
  const drawn = await declare('演示：危废收集点废气设施技改', '演示危废收集点废气处理设施', 9);
  const inspector = sessionOf(postOf('INSPECTOR'), office.COUNTY_EEB!);
  done(await takeCheckStep(tx, drawn, { step: 'draw' }, { ...at(2), session: inspector }));
  await acceptProject(tx, enterprise.id, {
    ...acting(12),
    session: sessionOf(postOf('ENTERPRISE_OWNER'), office.ENTERPRISE!),
    law: () => law.ruleSet,
    permitNumberOf: () => Promise.resolve(null),
  });
}

function formOf(facility: string) {
  const amounts = MAIN_POLLUTANTS.map((pollutant) => ({
    pollutant,
    beforeGrams: pollutant === 'VOCS' ? 1_250_000 : 0,
    afterGrams: pollutant === 'VOCS' ? 430_000 : 0,
  }));
  const none = PERMIT_CHANGE_NAMES.map((name) => [name, false] as const);
  return {
    kind: 'WASTE_GAS',
    facility,
    works: '演示：光催化氧化改为沸石转轮吸附浓缩加催化燃烧，处理风量不变',
    centralPlant: false,
    newLandM2: 0,
    landFile: randomUUID(),
    baseline: null,
    amounts,
    changes: Object.fromEntries(none) as Record<(typeof none)[number][0], boolean>,
  } as const satisfies object;
}

/** The report of the first approval on file, public since twelve days. */
async function acceptProject(
  tx: Tx,
  enterpriseId: string,
  asking: CompletionAsking,
): Promise<void> {
  const [row] = await tx.query<{ approvals: readonly { number: string; acceptedOn: unknown }[] }>(
    'select eia_approvals as approvals from enterprise_approvals where enterprise_id = $1',
    [enterpriseId],
  );
  const approval = row?.approvals.find(({ acceptedOn }) => acceptedOn === null);
  if (!approval) return;
  const { today } = asking;
  const about = { kind: 'historical', enterpriseId, number: approval.number } as const;
  const completedOn = dateInChina(new Date(asking.now.getTime() - 40 * DAY));
  const form = { about, stage: '', completedOn, where: '演示企业公告栏' };
  const opened = done(await openCompletion(tx, form, asking));
  const none = COMPLETION_BAR_NAMES.map((name) => [name, { applies: false, words: '' }] as const);
  const bars = Object.fromEntries(none) as Record<
    (typeof none)[number][0],
    { applies: boolean; words: string }
  >;
  const papers = { monitoring: randomUUID(), opinion: randomUUID(), matters: randomUUID() };
  const permit = { needed: true, number: '演示许可0009' };
  const report = { on: today, papers, bars, permit, conclusion: 'QUALIFIED' } as const;
  const { id, version } = opened;
  const reported = done(
    await takeCompletionStep(tx, id, { step: 'report', version, ...report }, asking),
  );
  const publish = { step: 'publish', version: reported.version, on: today } as const;
  done(
    await takeCompletionStep(tx, id, { ...publish, until: null, where: '演示企业公告栏' }, asking),
  );
}
