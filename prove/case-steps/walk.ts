import { randomUUID } from 'node:crypto';
import {
  can,
  CASE_STATES,
  CASE_STEPS,
  mayEver,
  ROUTES,
  type Route,
  type CaseState,
  type CaseStep,
  type CaseTrack,
  type Owned,
} from '@ludao/contracts';
import type { Database, Tx } from '../../apps/server/src/platform/db.ts';
import type { Session } from '../../apps/server/src/platform/session.ts';
import { enterCase } from '../matrix/cases.ts';
import { enterApproval } from '../matrix/approvals.ts';
import { openDesk, type Desk } from '../replay/desk.ts';
import { PROJECTS, retrofit } from '../replay/forms.ts';
import { enterGround, type ReplayGround } from '../replay/ground.ts';
import { foreignForms, requestFor, type Request } from './requests.ts';

const NOW = new Date('2026-11-25T10:00:00+08:00');
/** When an official system still was the record of filings in the first county. */
const BEFORE = new Date('2026-10-20T10:00:00+08:00');
const STEPS = Object.keys(CASE_STEPS) as CaseStep[];
const STATES = Object.keys(CASE_STATES) as CaseState[];
const OF_THE_TABLE: readonly string[] = [
  'FORBIDDEN',
  'NOT_FOUND',
  'CASE_STEP_NOT_YOURS',
  'CASE_STEP_OF_OTHER_TRACK',
  'CASE_STEP_NOT_NOW',
  'CASE_OF_OTHER_OFFICE',
];

interface Actor {
  readonly name: string;
  readonly session: Session;
}

/** A case that stands somewhere, as nobody has left it yet. */
interface Standing {
  readonly id: string;
  readonly track: CaseTrack;
  readonly state: CaseState;
  readonly place: Owned;
  readonly office: string;
  readonly version: number;
}

export interface Walked {
  readonly walked: number;
  readonly allowed: number;
  readonly faults: readonly string[];
}

/**
 * Every step of the table, on a case of every track in every state that it can stand in, by whoever
 * has each right, by another bureau, by who may only read, and by strangers. What the table allows is
 * done, or refused by a rule of the step itself; all else is refused by the table's own name, and
 * leaves the row as it was. Each is asked in a transaction that is rolled back.
 */
export async function walkSteps(database: Database, tracks: readonly CaseTrack[]): Promise<Walked> {
  const ground = await enterGround(database);
  const undoing = undone(database);
  const desk = openDesk(undoing.database);
  const actors = actorsOf(ground);
  const cases = await database.transaction((tx) => standings(tx, ground, tracks));
  if (tracks.includes('ZERO_LAND')) cases.push(await prepared(desk, ground));
  undoing.begin();
  const faults: string[] = [];
  let [walked, allowed] = [0, 0];
  for (const found of cases) {
    const asked = STEPS.flatMap((step) => {
      // A filing's number is entered on its certificate, which has rights of its own.
      const isOfCertificate = step === 'recordOutside' && isFiling(found.track);
      return isOfCertificate
        ? []
        : [{ step, request: requestFor(step, found.track, found.version) }];
    });
    const foreign = foreignForms(found.track, found.version).map(
      (request) => ({ step: 'change', request }) as const,
    );
    for (const { name, session } of actors) {
      for (const { step, request } of [...asked, ...foreign]) {
        const isForeign = foreign.some((one) => one.request === request);
        const wanted =
          addressFault(request, session) ??
          (isForeign ? foreignFault(found, session) : tableFault(found, step, session));
        const { refused, isChanged } = await undoing.watch(found.id, () =>
          desk.ask(request.route, { by: session, now: NOW, id: found.id, body: request.body }),
        );
        walked += 1;
        const where = `${step} at ${request.route} on ${found.track} in ${found.state} by ${name}`;
        const told = refused !== undefined && OF_THE_TABLE.includes(refused) ? refused : null;
        if (told !== wanted) faults.push(`${where}: ${refused ?? 'done'}, not ${wanted ?? 'done'}`);
        if (refused !== undefined && isChanged)
          faults.push(`${where}: refused, and changed all the same`);
        if (wanted === null) allowed += 1;
      }
    }
  }
  return { walked, allowed, faults };
}

/** An address that only some roles use knows no others. */
function addressFault({ route }: Request, session: Session): string | null {
  const { access }: Route = ROUTES[route];
  if (typeof access !== 'object') return null;
  return mayEver(session, access.action, access.resource) ? null : 'FORBIDDEN';
}

/** What the table says; null where it lets the step be taken. */
function tableFault(found: Standing, step: CaseStep, session: Session): string | null {
  const { right, tracks, from } = CASE_STEPS[step];
  if (!can(session, 'read', 'eia_case', found.place)) return 'NOT_FOUND';
  if (!can(session, right, 'eia_case', found.place)) return 'CASE_STEP_NOT_YOURS';
  if (!(tracks as readonly string[]).includes(found.track)) return 'CASE_STEP_OF_OTHER_TRACK';
  if (!(from as readonly string[]).includes(found.state)) return 'CASE_STEP_NOT_NOW';
  if (right === 'update' || !isApproval(found.track)) return null;
  return session.posts.some(({ home }) => home === found.office) ? null : 'CASE_OF_OTHER_OFFICE';
}

/** A form of another track: where the own could be changed, it is told apart. */
function foreignFault(found: Standing, session: Session): string | null {
  const fault = tableFault(found, 'change', session);
  return fault ?? 'CASE_STEP_OF_OTHER_TRACK';
}

function actorsOf({ counties, bureaus }: ReplayGround): Actor[] {
  const [county, next] = counties;
  const [city] = [...bureaus.values()];
  const branch = [...bureaus.values()].find(({ head }) => head.districts.join() === county!.code)!;
  return [
    { name: 'the applicant', session: county!.firms[1]!.session },
    { name: 'the officer', session: branch.officer },
    { name: 'the head', session: branch.head },
    { name: 'an officer of the city', session: city!.officer },
    { name: 'an inspector', session: county!.inspector },
    { name: 'an applicant of another county', session: next!.firms[0]!.session },
  ];
}

/** One case of every track in every state that steps lead it to, with what its office keeps of it. */
async function standings(
  tx: Tx,
  { counties, bureaus }: ReplayGround,
  tracks: readonly CaseTrack[],
): Promise<Standing[]> {
  const [county] = counties;
  const { about, session } = county!.firms[1]!;
  const enterprise = (about as { readonly enterpriseId: string }).enterpriseId;
  const place = { ownerOrg: session.orgs[0]!, districtCode: county!.code, parkId: null };
  const [office] = [...bureaus].find(([, { head }]) => head.districts.join() === county!.code)!;
  const made: Standing[] = [];
  for (const track of tracks) {
    for (const state of STATES.filter((one) => isReached(track, one))) {
      // Its number is entered on the certificate that it was declared with.
      if (track === 'ZERO_LAND' && state === 'PREPARED') continue;
      const id = await enterCase(tx, { enterprise, place, track, state });
      if (isApproval(track)) {
        await enterApproval(tx, id, place, office);
        await tx.query(
          `update eia_approval set proposal = jsonb_set(proposal, '{post}', to_jsonb($2::text))
           where case_id = $1`,
          [id, randomUUID()],
        );
      }
      made.push({ id, track, state, place, office, version: 1 });
    }
  }
  return made;
}

/** A retrofit that was declared, and waits for the number of the official system. */
async function prepared(desk: Desk, { counties, bureaus }: ReplayGround): Promise<Standing> {
  const [county] = counties;
  const { about, session, file } = county!.firms[1]!;
  const asked = {
    ...about,
    name: '演示技改项目',
    address: '演示地址',
    project: PROJECTS.ZERO_LAND,
  };
  const step = (id: string, body: object) =>
    desk.ask('takeRetrofitStep', { by: session, now: BEFORE, id, body });
  const { id, version } = await desk.ask('openCase', { by: session, now: BEFORE, body: asked });
  await step(id, { step: 'save', version, form: retrofit(file, false) });
  const declared = await step(id, { step: 'declare', version: version + 1 });
  const [office] = [...bureaus].find(([, { head }]) => head.districts.join() === county!.code)!;
  return {
    id,
    track: 'ZERO_LAND',
    state: 'PREPARED',
    place: { ownerOrg: session.orgs[0]!, districtCode: county!.code, parkId: null },
    office,
    version: declared.version,
  };
}

/** Whether some step of the track leads there; a filing that was filed anew is superseded by that. */
function isReached(track: CaseTrack, state: CaseState): boolean {
  if (state === 'DRAFT') return true;
  if (state === 'SUPERSEDED') return isFiling(track);
  return STEPS.some((step) => {
    const { tracks, to } = CASE_STEPS[step];
    return (
      (tracks as readonly string[]).includes(track) &&
      ((to ?? []) as readonly string[]).includes(state)
    );
  });
}

const isFiling = (track: CaseTrack) => track === 'REGISTRATION' || track === 'COMMITMENT';
const isApproval = (track: CaseTrack) => track === 'FORM' || track === 'REPORT';

/** Carries an answer out of a transaction that is rolled back. */
class Undone extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('undone');
    this.answer = answer;
  }
}

/** The same database, in which nothing that is asked stays; and whether it would have changed a case. */
function undone(database: Database) {
  let watched = '';
  let isChanged = false;
  let isUndoing = false;
  // One round trip, as the owner, who sees every row; whatever writes the row gives it another xmin.
  const standing = async (tx: Tx) => {
    const [row] = await tx.query<{ standing: string }>(
      `select set_config('role', 'none', true);
       select xmin::text as standing from eia_case c where id = '${watched}'`,
    );
    return row?.standing;
  };
  const rolled: Database = {
    ...database,
    async scoped(scope, fn) {
      if (!isUndoing) return database.scoped(scope, fn);
      try {
        return await database.scoped(scope, async (tx) => {
          const answer = await fn(tx);
          isChanged = (await standing(tx)) !== before.get(watched);
          throw new Undone(answer);
        });
      } catch (error) {
        if (error instanceof Undone) return error.answer as never;
        throw error;
      }
    },
  };
  const before = new Map<string, string | undefined>();
  return {
    database: rolled,
    /** Until then what is asked stays. */
    begin: () => void (isUndoing = true),
    async watch(id: string, ask: () => Promise<{ readonly refused?: string }>) {
      watched = id;
      if (!before.has(id)) before.set(id, await database.transaction(standing));
      isChanged = false;
      const { refused } = await ask();
      return { refused, isChanged };
    },
  };
}
