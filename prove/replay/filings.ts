import type { Answered } from './desk.ts';
import { FILING, PROJECTS, retrofit } from './forms.ts';
import type { Applicant, County } from './ground.ts';
import type { Life } from './life.ts';

/** Opens a case of the applicant. */
export function openFor(
  life: Life,
  { session, about }: Applicant,
  track: keyof typeof PROJECTS,
): Promise<Answered> {
  const body = {
    ...about,
    name: `演示项目${life.draws.below(100_000)}`,
    address: '演示工业大道100号',
    project: PROJECTS[track],
  };
  return life.done('openCase', session, { body });
}

/** A registration form, with or without commitment. */
export async function liveFiling(life: Life, track: 'REGISTRATION' | 'COMMITMENT'): Promise<void> {
  const county = track === 'COMMITMENT' ? life.county(0) : life.county();
  const firm = life.firm(county);
  let found = await openFor(life, firm, track);
  if (life.chance(6)) return;
  if (life.chance(6)) {
    await life.done('discardCase', firm.session, {
      id: found.id,
      body: { version: found.version },
    });
    return;
  }
  if (life.chance(10)) {
    life.pass(2);
    const body = { version: found.version };
    found = await life.done('renewCaseAnswer', firm.session, { id: found.id, body });
  }
  found = await fileForm(life, firm, found);
  await afterFiling(life, county, firm, found);
}

async function fileForm(life: Life, { session }: Applicant, found: Answered): Promise<Answered> {
  const { id, track } = found;
  const head = { name: `演示治理项目${life.draws.below(1000)}`, projectCode: null };
  const change = { version: found.version, ...head, address: '演示路1号', form: FILING };
  const changed = await life.done('changeFiling', session, { id, body: change });
  life.pass(life.draws.below(4));
  const declared = track === 'COMMITMENT' ? ['truth', 'reform'] : ['truth', 'level'];
  const filed = await life.done('fileCase', session, {
    id,
    body: { version: changed.version, declared },
  });
  if (filed.state !== 'PREPARED' || life.chance(12)) return filed;
  life.pass(1 + life.draws.below(5));
  await recordOutside(life, session, id);
  return { ...filed, version: filed.version + 1, state: 'FILED' };
}

async function recordOutside(life: Life, session: Applicant['session'], id: string): Promise<void> {
  const number = `2026${String(life.draws.below(1e9)).padStart(9, '0')}`;
  await life.done('recordCertificateOutside', session, {
    id: await life.certificateOf(id),
    body: { version: 1, number, on: life.today },
  });
}

/** Filed anew, declared void, or left alone. */
async function afterFiling(
  life: Life,
  county: County,
  firm: Applicant,
  found: Answered,
): Promise<void> {
  const { id, version, state } = found;
  life.pass(1 + life.draws.below(20));
  if (life.chance(7)) {
    const { head } = life.branchOf(county.code);
    await life.done('voidFiling', head, { id, body: { version, reason: 'LEVEL_LOWERED' } });
    return;
  }
  if (state !== 'FILED' || !life.chance(9)) return;
  const reason = 'REPRESENTATIVE_CHANGED';
  const next = await life.done('refileCase', firm.session, { id, body: { version, reason } });
  if (!life.chance(30)) await fileForm(life, firm, next);
}

/** A retrofit without new land, of a park or of a firm, with its check. */
export async function liveRetrofit(life: Life): Promise<void> {
  const county = life.county(0);
  const applicant = life.chance(50) ? county.park : life.firm(county);
  const { session, file } = applicant;
  const { id, version } = await openFor(life, applicant, 'ZERO_LAND');
  if (life.chance(5)) return;
  const isPermitDue = life.chance(30);
  const step = (body: object) => life.done('takeRetrofitStep', session, { id, body });
  let found = await step({ step: 'save', version, form: retrofit(file, isPermitDue) });
  if (life.chance(5)) return;
  found = await step({ step: 'declare', version: found.version });
  life.pass(3);
  const { state } = await life.done('getCase', session, { id });
  if (state === 'PREPARED') {
    if (life.chance(10)) return;
    const number = `备${String(life.draws.below(1e9))}`;
    const outside = { step: 'recordOutside', number, on: life.today };
    found = await step({ ...outside, version: found.version });
  }
  if (isPermitDue && life.chance(60)) {
    const number = `演示许可${life.draws.below(1000)}`;
    found = await step({ step: 'permitChanged', version: found.version, number });
  }
  if (life.chance(60)) await check(life, county, id, found.version);
}

async function check(life: Life, { inspector, code }: County, id: string, version: number) {
  life.pass(5);
  await life.done('checkRetrofit', inspector, { id, body: { step: 'draw' } });
  if (life.chance(20)) return;
  life.pass(4);
  const isWrong = life.chance(35);
  const result = isWrong ? 'NOT_AS_DECLARED' : 'AS_DECLARED';
  const body = { step: 'check', on: life.today, result, words: '演示：现场核查' };
  await life.done('checkRetrofit', inspector, { id, body });
  if (!isWrong || life.chance(25)) return;
  const { head } = life.branchOf(code);
  await life.done('voidRetrofit', head, { id, body: { version, reason: '与申报不符' } });
}
