import {
  CASE_STEPS,
  EMPTY_APPROVAL_FILE,
  type ApprovalStep,
  type CaseState,
  type CaseStep,
} from '@ludao/contracts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import type { Actor } from './actors.ts';
import {
  enterApproval,
  enterBatch,
  enterComment,
  enterForm,
  enterNotice,
  enterReview,
} from './approvals.ts';
import { showsCases, stepsOnCases } from './case-walks.ts';
import { write } from './changes.ts';
import type { Counts } from './counted.ts';
import { mayDo, type Hall, type RouteName } from './hall.ts';
import { reaches } from './reaches.ts';

type Walk = (hall: Hall, actor: Actor) => Promise<void>;
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** Those of a step's fields that its body has besides the version. */
type BodyOf<Name extends ApprovalStep['step']> = Omit<
  Extract<ApprovalStep, { readonly step: Name }>,
  'version'
>;

/** One step from where it begins, with an approval that stands there. */
function step<Name extends ApprovalStep['step'] & CaseStep>(
  from: CaseState,
  body: BodyOf<Name>,
  added: Partial<Counts>,
): Walk {
  return stepsOnCases('takeApprovalStep', {
    step: body.step,
    track: 'FORM',
    from,
    body: () => body,
    added,
    // Steps of the office are those of the bureau that handles the case.
    onlyFor: (actor, { ground }, place) => {
      const { right } = CASE_STEPS[body.step];
      const home = ground.office.COUNTY_EEB.id;
      const here = { ...actor, posts: actor.posts.filter((post) => post.home === home) };
      return right === 'update' || mayDo(here, right, 'eia_case', place);
    },
    prepare: async (tx, { ground }, id) => {
      const [row] = await tx.query<{ owner: string; district: string; park: string | null }>(
        'select owner_org as owner, district_code as district, park_id as park from eia_case where id = $1',
        [id],
      );
      const { owner, district, park } = row!;
      const place = { ownerOrg: owner, districtCode: district, parkId: park };
      await enterApproval(tx, id, place, ground.office.COUNTY_EEB.id);
    },
  });
}

/** A step of applicants, one of officers, one of heads: each right of the table. */
const STEPS: readonly Walk[] = [
  step<'withdraw'>('SUBMITTED', { step: 'withdraw', reason: '不再建设' }, { event: 1 }),
  step<'noteSurvey'>(
    'ACCEPTED',
    { step: 'noteSurvey', needed: false, on: null, words: '不需要' },
    { event: 1 },
  ),
  step<'startReview'>(
    'ACCEPTED',
    { step: 'startReview', kind: 'EXPERTS', body: null },
    { event: 1, case_review: 1 },
  ),
  step<'sendBack'>(
    'PROPOSED',
    { step: 'sendBack', reason: '请补充理由' },
    { event: 2, work_item: 1 },
  ),
];

const takesSteps: Walk = async (hall, actor) => {
  for (const walk of STEPS) await walk(hall, actor);
};

/** What somebody asks who knows no id. */
function ofNothing(name: RouteName, given: { query?: string; body?: object } = {}): Walk {
  return async (hall, actor) => {
    const answer = await hall.ask(actor, name, { ...given, id: NOBODYS });
    if (answer)
      hall.tally.expect(`${name} by ${actor.name}: ${answer.status}`, answer.status === 404);
  };
}

/** A report form of the enterprise that the walk calls its own, and what is made of it. */
function made<Thing>(hall: Hall, make: (tx: Tx, id: string) => Promise<Thing>): Promise<Thing> {
  const { id, districtCode, parkId } = hall.ground.rows.own;
  const place = { ownerOrg: id, districtCode, parkId };
  return hall.database.transaction(async (tx) =>
    make(tx, await enterForm(tx, hall.ground, { enterprise: id, place, state: 'ACCEPTED' })),
  );
}

/** Only the body that was asked, and no officer in its name. */
async function givesOpinion(hall: Hall, actor: Actor): Promise<void> {
  const { districtCode } = hall.ground.rows.own;
  const id = await made(hall, (tx, caseId) => enterReview(tx, hall.ground, caseId, districtCode));
  const row = { ownerOrg: hall.ground.office.TECH_REVIEW_BODY.id, districtCode, parkId: null };
  await write(hall, actor, {
    route: 'giveOpinion',
    id,
    body: { result: 'FEASIBLE', words: '总体可行' },
    note: '',
    allowed: mayDo(actor, 'update', 'case_review', row),
    added: { event: 1 },
    refusals: mayDo(actor, 'read', 'case_review', row) ? [403] : [404],
  });
}

async function revealsCommenter(hall: Hall, actor: Actor): Promise<void> {
  const { id: ownerOrg, districtCode, parkId } = hall.ground.rows.own;
  const place = { ownerOrg, districtCode, parkId };
  const id = await made(hall, async (tx, caseId) =>
    enterComment(tx, caseId, await enterNotice(tx, caseId, place), districtCode),
  );
  await write(hall, actor, {
    route: 'revealCommenter',
    id,
    body: { reason: 'CASE', words: '核实意见' },
    note: '',
    allowed: mayDo(actor, 'reveal', 'case_comment', { ownerOrg: null, districtCode, parkId: null }),
    added: {},
    refusals: [404],
  });
}

/** Anybody, signed in or not, while the notice is open. */
async function leavesComment(hall: Hall, actor: Actor): Promise<void> {
  const { id: ownerOrg, districtCode, parkId } = hall.ground.rows.own;
  const place = { ownerOrg, districtCode, parkId };
  const id = await made(hall, (tx, caseId) => enterNotice(tx, caseId, place));
  const body = { kind: 'COMMENT', name: '矩阵公众', phone: '13700008888', words: '请注意噪声。' };
  await write(hall, actor, {
    route: 'leaveComment',
    id,
    body,
    note: '',
    allowed: true,
    added: { case_comment: 1, case_comment_person: 1, event: 1 },
    refusals: [],
  });
}

async function showsNotice(hall: Hall, actor: Actor): Promise<void> {
  const { id: ownerOrg, districtCode, parkId } = hall.ground.rows.own;
  const place = { ownerOrg, districtCode, parkId };
  const id = await made(hall, (tx, caseId) => enterNotice(tx, caseId, place));
  const answer = await hall.ask(actor, 'getPublicNotice', { id });
  hall.tally.expect(`getPublicNotice by ${actor.name}`, answer?.status === 200);
}

/** Whoever plans it, whoever reads county or park, and the body that is invited once it is announced. */
async function showsBatch(hall: Hall, actor: Actor): Promise<void> {
  for (const state of ['PROPOSED', 'ANNOUNCED'] as const) {
    const id = await hall.database.transaction((tx) => enterBatch(tx, hall.ground, state));
    const answer = await hall.ask(actor, 'getBatch', { id });
    if (!answer) continue;
    const row = batchOf(hall);
    const isInvited =
      actor.state === 'alive' &&
      actor.posts.some(
        ({ role, home }) => role === 'REVIEWER' && home === hall.ground.office.TECH_REVIEW_BODY.id,
      );
    const may =
      mayDo(actor, 'update', 'batch', row) ||
      (state === 'ANNOUNCED' && (mayDo(actor, 'read', 'batch', row) || isInvited));
    hall.tally.compare(`getBatch by ${actor.name} of ${state}`, may, answer.status === 200);
  }
}

async function changesBatch(hall: Hall, actor: Actor): Promise<void> {
  const id = await hall.database.transaction((tx) => enterBatch(tx, hall.ground, 'PROPOSED'));
  const row = batchOf(hall);
  await write(hall, actor, {
    route: 'takeBatchStep',
    id,
    body: { step: 'change', version: 1, day: '2026-11-26', place: '', body: null },
    note: '',
    allowed: mayDo(actor, 'update', 'batch', row),
    added: { event: 1 },
    refusals: mayDo(actor, 'read', 'batch', row) ? [403] : [404],
  });
}

function batchOf({ ground }: Hall) {
  const { id: parkId, districtCode } = ground.places.ownPark;
  return { ownerOrg: ground.office.COUNTY_EEB.id, districtCode, parkId };
}

const NEW_BATCH = { kind: 'SURVEY', day: '2026-11-27', place: '', caseIds: [NOBODYS], body: null };

export const APPROVAL_WALKS = {
  getApproval: showsCases('getApproval', ['ACCEPTED'], 'FORM'),
  changeApproval: stepsOnCases('changeApproval', {
    step: 'change',
    track: 'FORM',
    from: 'DRAFT',
    body: () => ({ file: EMPTY_APPROVAL_FILE }),
    added: { event: 1, eia_approval: 1 },
  }),
  takeApprovalStep: takesSteps,
  getApprovalFile: ofNothing('getApprovalFile', { query: 'kind=document' }),
  draftCasePaper: ofNothing('draftCasePaper', { body: { kind: 'eia_approval' } }),
  giveOpinion: givesOpinion,
  revealCommenter: revealsCommenter,
  listPublicNotices: reaches('listPublicNotices', [200]),
  getPublicNotice: showsNotice,
  getPublicNoticeFile: ofNothing('getPublicNoticeFile'),
  leaveComment: leavesComment,
  getBatchBoard: reaches('getBatchBoard', [200]),
  openBatch: reaches('openBatch', [422], NEW_BATCH),
  getBatch: showsBatch,
  takeBatchStep: changesBatch,
} satisfies Partial<Record<RouteName, Walk>>;
