import type { Database } from '../../apps/server/src/platform/db.ts';
import { liveApproval, liveBatch } from './approvals.ts';
import { openDesk } from './desk.ts';
import { liveFiling, liveRetrofit } from './filings.ts';
import { enterGround } from './ground.ts';
import { Life } from './life.ts';

/** What was lived. */
export interface Played {
  readonly cases: number;
  readonly steps: number;
}

/**
 * Lives so many cases of every track through the services, each from a seed of its own, several at a
 * time where the database has connections for them.
 */
export async function playCases(
  database: Database,
  {
    cases,
    seed,
    workers,
  }: { readonly cases: number; readonly seed: number; readonly workers: number },
): Promise<Played> {
  const ground = await enterGround(database);
  const desk = openDesk(database);
  let [begun, lived, steps] = [0, 0, 0];
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (lived < cases) {
        const number = begun++;
        const life = new Life({ desk, database, ground }, seed + number, firstDay(number));
        await live(life, number);
        lived += life.cases;
        steps += life.steps;
      }
    }),
  );
  return { cases: lived, steps };
}

/** Half of the lives begin in winter, the others in summer: official systems come and go. */
function firstDay(number: number): string {
  return number % 2 === 0 ? '2026-01-05' : '2026-07-01';
}

/** In every twenty: six registrations, three commitments, six forms, two books, two retrofits, one day of surveys. */
function live(life: Life, number: number): Promise<unknown> {
  const turn = number % 20;
  if (turn < 6) return liveFiling(life, 'REGISTRATION');
  if (turn < 9) return liveFiling(life, 'COMMITMENT');
  if (turn < 15) return liveApproval(life, 'FORM');
  if (turn < 17) return liveApproval(life, 'REPORT');
  if (turn < 19) return liveRetrofit(life);
  return liveBatch(life);
}
