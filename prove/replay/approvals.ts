import { addDays } from '../../apps/server/src/platform/days.ts';
import type { Answered } from './desk.ts';
import { openFor } from './filings.ts';
import { bars, FILE } from './forms.ts';
import type { Applicant, County } from './ground.ts';
import type { Life } from './life.ts';

type Step = (step: string, body?: object) => Promise<Answered>;

/** A report form or report book, as far as chance lets it come. */
export async function liveApproval(life: Life, track: 'FORM' | 'REPORT'): Promise<void> {
  const county = life.county();
  const firm = life.chance(8) ? county.park : life.firm(county);
  const id = await apply(life, firm, track);
  if (id === null) return;
  if (!(await intake(life, firm, id))) return;
  await review(life, county, id);
  if (!(await decide(life, firm, id))) return;
  if (life.chance(45)) await complete(life, firm, id);
}

function stepsOf(life: Life, id: string, by: Applicant['session']): Step {
  return async (step, body = {}) => {
    const version = await life.versionOf(id);
    return life.done('takeApprovalStep', by, { id, body: { step, version, ...body } });
  };
}

/** @returns null where it stays a draft, or is given up */
async function apply(
  life: Life,
  firm: Applicant,
  track: 'FORM' | 'REPORT',
): Promise<string | null> {
  const { session, file } = firm;
  const { id, version } = await openFor(life, firm, track);
  if (life.chance(5)) {
    await life.done('discardCase', session, { id, body: { version } });
    return null;
  }
  const attached = { document: file, publicVersion: file, participation: file };
  const persons = {
    contact: { name: '演示联系人', phone: '13700000001' },
    lead: { name: '演示主持人', phone: null },
  };
  const body = { version, file: FILE, ...persons, attached };
  await life.done('changeApproval', session, { id, body });
  if (life.chance(5)) return null;
  life.pass(life.draws.below(3));
  await stepsOf(life, id, session)('submit', { truth: true });
  return id;
}

/** @returns whether it was accepted and is still wanted */
async function intake(life: Life, { session }: Applicant, id: string): Promise<boolean> {
  const own = stepsOf(life, id, session);
  if (life.chance(5)) return false;
  if (life.chance(4)) return gone(own('withdraw', { reason: '不再建设' }));
  const { officer } = await life.bureauOf(id);
  const office = stepsOf(life, id, officer);
  const isMissing = life.chance(20);
  if (isMissing) {
    life.pass(1);
    await office('askMissing', { items: [{ what: '缺少附图', basis: '编制格式' }] });
    if (life.chance(10)) return false;
    if (life.chance(10)) return gone(own('withdraw', { reason: '不再建设' }));
    life.pass(2);
    await own('submit', { truth: true });
  }
  if (life.chance(6)) {
    const ground = isMissing ? 'NOT_COMPLETED' : 'NOT_COMPETENT';
    return gone(office('refuseIntake', { ground, words: '演示：不予受理' }));
  }
  // Now and then nobody speaks in time, and the law counts it as accepted.
  life.pass(life.chance(8) ? 16 : 1);
  if (life.chance(5)) await office('renewBasis');
  await office('accept');
  if (life.chance(4)) return false;
  return !life.chance(4) || gone(own('withdraw', { reason: '不再建设' }));
}

async function gone(step: Promise<unknown>): Promise<false> {
  await step;
  return false;
}

async function review(life: Life, { reviewer }: County, id: string): Promise<void> {
  const { officer } = await life.bureauOf(id);
  const office = stepsOf(life, id, officer);
  life.pass(2);
  await office('noteSurvey', { needed: true, on: life.today, words: '现场与文件一致' });
  if (!life.chance(30)) return;
  const isTechnical = life.chance(60);
  const asked = isTechnical
    ? { kind: 'TECHNICAL', body: reviewer.body }
    : { kind: 'EXPERTS', body: null };
  await office('startReview', asked);
  life.pass(4);
  const opinion = { result: 'AFTER_CHANGES', words: '修改后可行' };
  if (!isTechnical) {
    await office('endReview', opinion);
    return;
  }
  await life.done('giveOpinion', reviewer.session, { id: await life.reviewOf(id), body: opinion });
}

/** @returns whether it was approved */
export async function decide(life: Life, { session }: Applicant, id: string): Promise<boolean> {
  const { officer, head } = await life.bureauOf(id);
  const office = stepsOf(life, id, officer);
  const chief = stepsOf(life, id, head);
  life.until(addDays(await life.dueOf(id, 'C07'), 1));
  if (life.chance(5)) return false;
  const outcome = life.chance(85) ? 'APPROVE' : 'REFUSE';
  await office('publishIntent', { outcome });
  const heard = life.chance(6);
  if (life.chance(15) || heard) await comment(life, id, heard);
  if (heard) {
    const hearing = { hold: true, on: addDays(life.today, 12), words: '定于某日听证' };
    await office('answerHearing', hearing);
    life.pass(12);
    await office('endHearing', { words: '已听证' });
  }
  if (life.chance(4)) {
    return gone(stepsOf(life, id, session)('withdraw', { reason: '不再建设' }));
  }
  const over = [await life.dueOf(id, 'C08'), await life.dueOf(id, 'C09')].toSorted().at(-1)!;
  life.until(addDays(over, 1));
  if (life.chance(4)) return false;
  const proposal = {
    outcome,
    grounds: outcome === 'REFUSE' ? ['FALSE_DATA'] : [],
    words: '按报告落实措施',
  };
  await office('propose', proposal);
  if (life.chance(10)) {
    await chief('sendBack', { reason: '请补充理由' });
    life.pass(1);
    await office('propose', proposal);
  }
  if (life.chance(3)) return false;
  await chief('decide');
  if (life.chance(85)) {
    const number = `浙环审${id.slice(0, 8)}`;
    await office('recordDecision', { number, on: life.today });
    if (outcome === 'APPROVE' && life.chance(60)) {
      life.pass(10);
      await stepsOf(life, id, session)('startWorks', { on: life.today });
    }
    return outcome === 'APPROVE';
  }
  return false;
}

async function comment(life: Life, id: string, isHearing: boolean): Promise<void> {
  const kind = isHearing ? 'HEARING' : 'COMMENT';
  const words = '担心夜间噪声，请说明。';
  const body = { kind, name: '演示邻居', phone: '13700000002', words };
  await life.done('leaveComment', null, { id: await life.noticeOf(id, 'INTENT'), body });
}

/** The acceptance of its works, as far as chance lets it come. */
async function complete(life: Life, { session, file }: Applicant, id: string): Promise<void> {
  life.pass(20);
  const about = { kind: 'case', id };
  const opened = await life.done('openCompletion', session, {
    body: { about, completedOn: life.today, where: '' },
  });
  let { version } = opened;
  const permit = { needed: true, number: '演示许可0001' };
  const step = async (name: string, body: object = {}) => {
    const given = { step: name, version, ...body };
    ({ version } = await life.done('takeCompletionStep', session, { id: opened.id, body: given }));
  };
  if (life.chance(10)) return;
  if (life.chance(10)) return step('abandon', { reason: '项目取消' });
  if (life.chance(40)) {
    const to = addDays(life.today, 30);
    await step('publishCommissioning', { from: life.today, to, where: '', permit });
  }
  life.pass(7);
  const papers = { monitoring: file, opinion: file, matters: file };
  const report = (isBarred: boolean) => ({
    on: life.today,
    papers,
    permit,
    bars: bars(isBarred),
    conclusion: isBarred ? 'NOT_QUALIFIED' : 'QUALIFIED',
  });
  if (life.chance(20)) {
    await step('report', report(true));
    if (life.chance(30)) return;
    life.pass(3);
  }
  await step('report', report(false));
  if (life.chance(10)) return;
  life.pass(2);
  await step('publish', { on: life.today, where: '' });
  if (life.chance(10)) return step('reopen', { reason: '数据有误' });
  if (life.chance(15)) return;
  life.until(addDays(await life.dueOf(opened.id, 'C13'), 1));
  await step('file', { on: life.today, number: `演示平台${life.draws.below(1e6)}` });
}

/** Several report forms of a park, seen on one day and discussed in one meeting. */
export async function liveBatch(life: Life): Promise<void> {
  const county = life.county();
  // Every other firm stands in the park.
  const [firm] = county.firms.filter((_, at) => at % 2 === 1);
  const ids: string[] = [];
  while (ids.length < 3) ids.push(await accepted(life, ids.length === 1 ? county.park : firm!));
  const { officer } = await life.bureauOf(ids[0]!);
  const batch = async (kind: 'SURVEY' | 'MEETING') => {
    const body = { kind, day: await life.workday(), place: '园区东门', caseIds: ids };
    const planned = await life.done('openBatch', officer, { body });
    const step = (name: string, more: object = {}) =>
      life.done('takeBatchStep', officer, {
        id: planned.id,
        body: { step: name, version: 0, ...more },
      });
    return { planned, step };
  };
  let { planned, step } = await batch('SURVEY');
  let { version } = planned;
  const go = async (name: string, more: object = {}) =>
    ({ version } = await step(name, { version, ...more }));
  if (life.chance(20)) await go('change', { day: await life.workday(), place: '西门', body: null });
  await go('announce');
  if (life.chance(25)) {
    await go('place', { add: [], remove: [ids[2]] });
    await go('place', { add: [ids[2]], remove: [] });
  }
  if (life.chance(20)) {
    await go('cancel', { reason: '天气原因' });
    ({ planned, step } = await batch('SURVEY'));
    ({ version } = planned);
    await go('announce');
  }
  if (life.chance(25)) await go('reschedule', { day: await life.workday(), place: '南门' });
  life.until(await life.workday());
  const minutes = (result: string | null) =>
    ids.map((caseId, at) => ({
      caseId,
      outcome: at === 2 ? 'ABSENT' : 'DONE',
      result,
      words: '一致',
    }));
  await go('hold', { minutes: minutes(null) });
  ({ planned, step } = await batch('MEETING'));
  ({ version } = planned);
  await go('announce');
  life.until(await life.workday());
  await go('hold', { minutes: minutes('FEASIBLE') });
  const { session } = firm!;
  const first = ids[0]!;
  if (life.chance(50)) await decide(life, firm!, first);
  else await stepsOf(life, first, session)('withdraw', { reason: '不再建设' });
}

async function accepted(life: Life, firm: Applicant): Promise<string> {
  for (;;) {
    const id = await apply(life, firm, 'FORM');
    if (id === null) continue;
    const { officer } = await life.bureauOf(id);
    await stepsOf(life, id, officer)('accept');
    return id;
  }
}
