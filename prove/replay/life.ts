import type { ROUTES } from '@ludao/contracts';
import { drawsFrom, type Draws } from '../../apps/server/src/demo/random.ts';
import type { Database } from '../../apps/server/src/platform/db.ts';
import { addDays } from '../../apps/server/src/platform/days.ts';
import type { Session } from '../../apps/server/src/platform/session.ts';
import type { Answered, Desk } from './desk.ts';
import type { Applicant, County, ReplayGround } from './ground.ts';

/** Chances and a calendar of one case, from its first day on; the same in every run of a seed. */
export class Life {
  readonly draws: Draws;
  readonly #desk: Desk;
  readonly #database: Database;
  readonly #ground: ReplayGround;
  #day: string;
  #minute = 0;
  /** Steps taken, and the cases that they opened. */
  steps = 0;
  cases = 0;

  constructor(
    { desk, database, ground }: { desk: Desk; database: Database; ground: ReplayGround },
    seed: number,
    firstDay: string,
  ) {
    this.#desk = desk;
    this.#database = database;
    this.#ground = ground;
    this.draws = drawsFrom(seed);
    this.#day = addDays(firstDay, this.draws.below(150));
  }

  get today(): string {
    return this.#day;
  }

  chance(percent: number): boolean {
    return this.draws.below(100) < percent;
  }

  county(at?: number): County {
    const { counties } = this.#ground;
    return at === undefined ? this.draws.pick(counties) : counties[at]!;
  }

  firm(county: County): Applicant {
    return this.draws.pick(county.firms);
  }

  pass(days: number): void {
    this.#day = addDays(this.#day, days);
    this.#minute = 0;
  }

  /** On to that day, and never back. */
  until(day: string): void {
    if (day <= this.#day) return;
    this.#day = day;
    this.#minute = 0;
  }

  /** The day itself where an office works, else the next on which it does. */
  async workday(): Promise<string> {
    const [row] = await this.#database.lookup<{ day: string }>(
      'select min(date) as day from calendar_day where date >= $1 and is_working',
      [this.#day],
    );
    return row!.day;
  }

  async ask(
    name: keyof typeof ROUTES,
    by: Session | null,
    given: { readonly id?: string; readonly body?: object } = {},
  ): Promise<Answered> {
    this.steps += 1;
    this.#minute += 1;
    const clock = `${String(9 + Math.floor(this.#minute / 60)).padStart(2, '0')}:${String(this.#minute % 60).padStart(2, '0')}`;
    const now = new Date(`${this.#day}T${clock}:00+08:00`);
    return this.#desk.ask(name, { by, now, ...given });
  }

  /** @throws Error where the step is refused: the life was to be lawful */
  async done(...asked: Parameters<Life['ask']>): Promise<Answered> {
    const answer = await this.ask(...asked);
    if (answer.refused === undefined) {
      if (asked[0] === 'openCase' || asked[0] === 'refileCase') this.cases += 1;
      return answer;
    }
    throw new Error(`${asked[0]} ${JSON.stringify(asked[2])}: ${JSON.stringify(answer)}`);
  }

  async versionOf(id: string): Promise<number> {
    const [row] = await this.#database.lookup<{ version: number }>(
      'select version from eia_case where id = $1',
      [id],
    );
    return row!.version;
  }

  /** The last day of the clock of that code; of several, the latest. */
  async dueOf(subject: string, code: string): Promise<string> {
    const [row] = await this.#database.lookup<{ due: string }>(
      'select max(due_on) as due from clock where subject_id = $1 and definition = $2',
      [subject, code],
    );
    return row!.due;
  }

  /** Officer and head of the bureau that the case lies with. */
  async bureauOf(id: string) {
    const [row] = await this.#database.lookup<{ office: string }>(
      'select office_org as office from eia_approval where case_id = $1',
      [id],
    );
    return this.#ground.bureaus.get(row!.office)!;
  }

  async certificateOf(id: string): Promise<string> {
    const [row] = await this.#database.lookup<{ id: string }>(
      'select id from certificate where about_id = $1 order by issued_at desc limit 1',
      [id],
    );
    return row!.id;
  }

  async noticeOf(id: string, kind: string): Promise<string> {
    const [row] = await this.#database.lookup<{ id: string }>(
      'select id from case_notice where case_id = $1 and kind = $2 order by posted_on desc limit 1',
      [id, kind],
    );
    return row!.id;
  }

  async reviewOf(id: string): Promise<string> {
    const [row] = await this.#database.lookup<{ id: string }>(
      'select id from case_review where case_id = $1 and ended_at is null',
      [id],
    );
    return row!.id;
  }

  /** Officer and head of the branch of a county. */
  branchOf(district: string) {
    for (const [, people] of this.#ground.bureaus) {
      const [post] = people.head.posts;
      if (post!.districts.length === 1 && post!.districts[0] === district) return people;
    }
    throw new Error(`no branch in ${district}`);
  }
}
