import { can, type Batch, type BatchBoard, type BatchCase } from '@ludao/contracts';
import { BATCH_PARAMETERS, clockTerms, findParameter, type RuleSet } from '@ludao/rules';
import { batchStepsFrom } from '@ludao/contracts';
import { loadCalendar } from '../../../../platform/calendar-store.ts';
import type { Tx } from '../../../../platform/db.ts';
import type { Session } from '../../../../platform/session.ts';
import {
  addWorkingDays,
  workingDaysBetween,
  type Calendar,
} from '../../../../platform/working-days.ts';
import { findClocksAbout, type RunningClock } from '../../../tasks/index.ts';
import { findReviewBodies } from '../../approval/store.ts';
import { latestDay, proposeBatches } from '../decide.ts';
import type { BatchEntry, BatchLimits, BoardCase, StoredBatch, Waiting } from '../model.ts';
import * as store from '../store.ts';

export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
  readonly law: () => RuleSet;
}

/** Days shown beyond the window, so that a later one can be chosen as well. */
const DAYS_AHEAD = 15;
const DEFAULTS: BatchLimits = { size: 12, window: 5, before: 2 };

/** Offices that the asker plans for. */
export function officesOf({ posts }: Session): string[] {
  const planning = posts.filter((post) => {
    const row = { ownerOrg: post.home, districtCode: null, parkId: null };
    return can({ posts: [post] }, 'update', 'batch', row);
  });
  return [...new Set(planning.map(({ home }) => home))];
}

/** The choices of practice for a place, as an office has set them. */
export function limitsOf(
  { law, today }: Pick<Asking, 'law' | 'today'>,
  jurisdiction: string,
): BatchLimits {
  const at = { ruleSet: law(), on: today, jurisdiction };
  const value = (key: keyof BatchLimits) =>
    findParameter(at, BATCH_PARAMETERS[key])?.entry.value ?? DEFAULTS[key];
  return { size: value('size'), window: value('window'), before: value('before') };
}

export function calendarAround(tx: Tx, today: string): Promise<Calendar> {
  const year = Number(today.slice(0, 4));
  return loadCalendar(tx, [year - 1, year, year + 1]);
}

export function isWorkingDay(calendar: Calendar, day: string): boolean {
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 60 * 60 * 1000);
  return workingDaysBetween(calendar, before.toISOString().slice(0, 10), day).days === 1;
}

/** When each case has to be seen at the latest, by the clocks of its decision. */
export async function timesOf(
  tx: Tx,
  cases: readonly BoardCase[],
  asking: Pick<Asking, 'law' | 'today'>,
  calendar: Calendar,
): Promise<
  ReadonlyMap<string, { readonly dueOn: string | null; readonly latestOn: string | null }>
> {
  const clocks = await findClocksAbout(
    tx,
    'case',
    cases.map(({ id }) => id),
  );
  return new Map(
    cases.map(({ id, districtCode, track }) => {
      const own = clocks.get(id) ?? [];
      const [committed, statutory] = [dueOf(own, ['C04']), dueOf(own, ['C02', 'C03'])];
      const at = { ruleSet: asking.law(), on: asking.today, jurisdiction: districtCode };
      const { value: publicity } = clockTerms(at, { clock: 'C08', length: track });
      const limits = { ...limitsOf(asking, districtCode), publicity };
      const latestOn = latestDay({ committed, statutory }, asking.today, limits, calendar);
      const dueOn = [committed, statutory].filter((day) => day !== null).toSorted()[0] ?? null;
      return [id, { dueOn, latestOn }];
    }),
  );
}

function dueOf(clocks: readonly RunningClock[], codes: readonly string[]): string | null {
  return (
    clocks.findLast(({ terms, state }) => state === 'RUNNING' && codes.includes(terms.clock))
      ?.dueOn ?? null
  );
}

/** What waits, what is planned, and what is proposed: nothing of the last is kept. */
export async function readBoard(tx: Tx, asking: Asking): Promise<BatchBoard> {
  const { session, today } = asking;
  const offices = officesOf(session);
  const calendar = await calendarAround(tx, today);
  const cases = await store.findBoardCases(tx, offices);
  const batches = await store.findBatches(tx, offices, today);
  const entries = await store.findEntries(
    tx,
    batches.map(({ id }) => id),
  );
  const times = await timesOf(tx, cases, asking, calendar);
  const districtCode = session.posts.find(({ home }) => offices.includes(home))?.districts[0] ?? '';
  const limits = limitsOf(asking, districtCode);
  const days = Array.from(
    { length: Math.max(DAYS_AHEAD, limits.window) },
    (_, at) => addWorkingDays(calendar, today, at + 1).date,
  );
  const placed = placedIn(batches, entries);
  const waiting = cases.flatMap((one) => {
    const kinds = [
      ...(one.isSurveyed || placed.has(`SURVEY ${one.id}`) ? [] : (['SURVEY'] as const)),
      ...(one.isReviewed || placed.has(`MEETING ${one.id}`) ? [] : (['MEETING'] as const)),
    ];
    return kinds.length === 0 ? [] : [{ one, kinds }];
  });
  const asked = waiting.flatMap(({ one, kinds }) =>
    kinds.map((kind): Waiting => {
      const group = kind === 'SURVEY' ? parkOf(one) : `${one.industry}/${one.track}`;
      return { id: one.id, kind, group, latestOn: times.get(one.id)?.latestOn ?? null };
    }),
  );
  const byId = new Map(cases.map((one) => [one.id, one]));
  return {
    today,
    days,
    batches: await viewsOf(tx, batches, entries, asking, calendar),
    waiting: waiting.map(({ one, kinds }) => ({
      ...cardOf(one, times.get(one.id), asking),
      kinds,
    })),
    proposals: proposeBatches(asked, days, limits).map(({ kind, day, caseIds, late }) => {
      const first = byId.get(caseIds[0]!)!;
      return {
        kind,
        day,
        late,
        caseIds: [...caseIds],
        park: kind === 'SURVEY' ? first.park : null,
        industry: kind === 'MEETING' ? industryOf(first.industry, asking) : null,
      };
    }),
    bodies: await findReviewBodies(tx, districtCode),
    limits,
  };
}

function placedIn(
  batches: readonly StoredBatch[],
  entries: readonly BatchEntry[],
): ReadonlySet<string> {
  const kinds = new Map(batches.map(({ id, kind }) => [id, kind]));
  return new Set(
    entries
      .filter(({ outcome }) => outcome === null)
      .map(({ batchId, caseId }) => `${kinds.get(batchId)} ${caseId}`),
  );
}

function parkOf({ parkId, districtCode }: BoardCase): string {
  return parkId ?? `outside/${districtCode}`;
}

/** Batches with their projects, as far as the reader sees those. */
export async function viewsOf(
  tx: Tx,
  batches: readonly StoredBatch[],
  entries: readonly BatchEntry[],
  asking: Asking,
  calendar: Calendar,
): Promise<Batch[]> {
  const cases = await store.findCasesById(
    tx,
    entries.map(({ caseId }) => caseId),
  );
  const times = await timesOf(tx, cases, asking, calendar);
  return batches.map((batch) => {
    const { ownerOrg, districtCode, parkId, bodyOrg, body, industry, ...shown } = batch;
    const own = entries.filter(({ batchId }) => batchId === batch.id);
    const owned = { ownerOrg, districtCode, parkId };
    return {
      ...shown,
      industry: industry === null ? null : industryOf(industry, asking),
      body: bodyOrg !== null && body !== null ? { id: bodyOrg, name: body } : null,
      cases: cases.flatMap((one) => {
        const entry = own.find(({ caseId }) => caseId === one.id);
        if (!entry) return [];
        const { outcome, words } = entry;
        const minutes = outcome === null ? null : { outcome, words };
        return [{ ...cardOf(one, times.get(one.id), asking), minutes }];
      }),
      steps: can(asking.session, 'update', 'batch', owned) ? batchStepsFrom(batch.state) : [],
    };
  });
}

function cardOf(
  one: BoardCase,
  time: { readonly dueOn: string | null; readonly latestOn: string | null } | undefined,
  asking: Pick<Asking, 'law' | 'today'>,
): BatchCase {
  const { id, name, applicant, track, parkId, park, districtCode } = one;
  const { dueOn = null, latestOn = null } = time ?? {};
  const shown = { id, name, applicant, track, parkId, park, districtCode };
  const industry = industryOf(one.industry, asking);
  const colour = colourOf(dueOn, latestOn, asking.today);
  return { ...shown, industry, dueOn, latestOn, colour, minutes: null };
}

/** By the day on which it has to be seen: past it amber, at the end of the period red. */
function colourOf(
  dueOn: string | null,
  latestOn: string | null,
  today: string,
): BatchCase['colour'] {
  if (dueOn !== null && today > dueOn) return 'MISSED';
  if (dueOn !== null && today === dueOn) return 'RED';
  return latestOn !== null && today >= latestOn ? 'AMBER' : 'GREEN';
}

function industryOf(code: string, { law }: Pick<Asking, 'law'>): string {
  const found = law().industries.find((one) => one.code === code);
  return found ? `${code} ${found.name}` : code;
}
