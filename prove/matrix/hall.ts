import {
  can,
  mayEver,
  ROUTES,
  type Action,
  type Owned,
  type Resource,
  type Route,
} from '@ludao/contracts';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../apps/server/src/platform/db.ts';
import { openArchive } from '../../apps/server/src/platform/excel/archive.ts';
import { SESSION_COOKIE } from '../../apps/server/src/platform/session.ts';
import type { Actor } from './actors.ts';
import type { Tally } from './tally.ts';
import type { Ground } from './world.ts';

export type RouteName = keyof typeof ROUTES;

export interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
  /** All that it says; of a workbook, every part unpacked. */
  readonly text: string;
  /** The body without what names this one occurrence. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** What is sent to an address. */
export interface Given {
  readonly id?: string;
  /** The number of a row, where the address names one. */
  readonly row?: number;
  readonly query?: string;
  readonly body?: object;
  readonly file?: Uint8Array;
  /** What the asker wrote in the file himself; an answer that repeats it tells nothing. */
  readonly sent?: string;
  /** It names whoever has an account, to those whom the gate lets in. */
  readonly accounts?: true;
}

/** A row as the database has it at this moment, read past all policies. */
export interface TrueRow extends Owned {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
  readonly version: number;
}

/** Where the walk takes place: the server, its database, and what was found so far. */
export class Hall {
  readonly ground: Ground;
  readonly database: Database;
  readonly tally: Tally;
  readonly small: boolean;
  readonly tokens = new Map<string, string>();
  readonly #app: FastifyInstance;
  readonly #addresses = new Map<string, string>();

  constructor(
    ground: Ground,
    database: Database,
    tally: Tally,
    app: FastifyInstance,
    small: boolean,
  ) {
    this.small = small;
    this.ground = ground;
    this.database = database;
    this.tally = tally;
    this.#app = app;
  }

  async openSessions(actors: readonly Actor[]): Promise<void> {
    for (const actor of actors) await this.openSession(actor);
  }

  async openSession({ name, open }: Actor): Promise<void> {
    // One for life: whoever comes back from signing out is counted by the same address.
    if (!this.#addresses.has(name)) {
      this.#addresses.set(name, `10.0.0.${this.#addresses.size + 1}`);
    }
    if (open) this.tokens.set(name, await this.database.transaction(open));
  }

  /** Asks a route. @returns the answer where the gate had to let the actor in, and did */
  async ask(actor: Actor, name: RouteName, given: Given = {}, note = ''): Promise<Answer | null> {
    const route: Route = ROUTES[name];
    const gate = gateFor(actor, route);
    const where = `${name} by ${actor.name}${note}`;
    const answer = await this.#send(actor, route, given);
    if (!(given.accounts && gate === 'open')) {
      this.#scan(where, actor, answer.text, given.sent ?? '');
    }
    if (name !== 'revealContact') this.#scanContacts(where, answer.text);
    if (answer.status >= 500 || answer.status === 400 || answer.status === 429) {
      this.tally.expect(`${where}: ${answer.status}`, false);
      return null;
    }
    const code = answer.json['code'];
    const isStopped =
      answer.status === 401 || (answer.status === 403 && GATE_CODES.has(String(code)));
    this.tally.compare(where, gate === 'open', !isStopped);
    if (gate !== 'open')
      this.tally.expect(`${where}: stopped as ${String(code)}, not ${gate}`, code === gate);
    return gate === 'open' && !isStopped ? answer : null;
  }

  async #send(actor: Actor, route: Route, given: Given): Promise<Answer> {
    const token = this.tokens.get(actor.name);
    const path = route.url.replace(/:(id|code)/, given.id ?? '').replace(':row', String(given.row));
    const answer = await this.#app.inject({
      method: route.method,
      url: given.query ? `${path}?${given.query}` : path,
      remoteAddress: this.#addresses.get(actor.name) ?? '10.0.0.0',
      headers: {
        ...(token !== undefined && { cookie: `${SESSION_COOKIE}=${token}` }),
        ...(given.file && { 'content-type': 'application/octet-stream' }),
      },
      ...(given.body && { payload: given.body }),
      ...(given.file && { payload: Buffer.from(given.file) }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    const { instance: _, ...json } = isJson ? answer.json<Record<string, unknown>>() : {};
    const bytes = answer.rawPayload;
    return { status: answer.statusCode, bytes, text: await textOf(bytes), json };
  }

  /** Whatever an answer says: it names no enterprise and nobody whom the reader may not see. */
  #scan(where: string, actor: Actor, text: string, sent: string): void {
    const { world, rows } = this.ground;
    // Who keeps the accounts sees every house and everybody in it, and no business.
    const keepsAccounts = mayDo(actor, 'read', 'account', NOBODYS);
    const readsLog = mayDo(actor, 'read', 'security_log', NOBODYS);
    for (const row of Object.values(rows)) {
      if (keepsAccounts || readsLog || mayDo(actor, 'read', 'enterprise', ownedBy(row))) continue;
      const markers = [row.name, row.creditCode].filter((marker) => !sent.includes(marker));
      const named = markers.find((marker) => text.includes(marker));
      if (named !== undefined) this.tally.leaks.push(`${where}: names ${named}`);
    }
    for (const { organisation, districtCode, holder } of world.posts) {
      const isSeen =
        keepsAccounts ||
        readsLog ||
        (actor.state !== 'dead' &&
          (holder.personId === actor.personId ||
            actor.posts.some(
              ({ orgs, districts }) =>
                orgs.includes(organisation) || districts.includes(districtCode),
            )));
      if (!isSeen && text.includes(holder.name))
        this.tally.leaks.push(`${where}: names ${holder.name}`);
    }
  }

  /** Whoever asks: a contact is whole in no answer but the one that is recorded. */
  #scanContacts(where: string, text: string): void {
    for (const { name, phone } of this.ground.world.contacts) {
      const named = [name, phone!].find((marker) => text.includes(marker));
      if (named !== undefined) this.tally.leaks.push(`${where}: shows ${named} whole`);
    }
  }

  async trueRows(resource: 'enterprise' | 'park'): Promise<TrueRow[]> {
    const code = resource === 'park' ? `''` : 'credit_code';
    return this.database.transaction((tx) =>
      tx.query<TrueRow>(
        `select id, name, version, ${code} as "creditCode", owner_org as "ownerOrg",
           district_code as "districtCode", park_id as "parkId" from ${resource}
         ${resource === 'enterprise' ? 'where merged_into is null' : ''}`,
      ),
    );
  }

  /** Whose each row of a table is. */
  async ownedRows(table: string): Promise<(Owned & { readonly id: string })[]> {
    const park = WITHOUT_PARK.has(table) ? 'null' : 'park_id';
    return this.database.transaction((tx) =>
      tx.query<Owned & { id: string }>(
        `select id, owner_org as "ownerOrg", district_code as "districtCode", ${park} as "parkId"
         from ${table}`,
      ),
    );
  }

  /** Rows of everything that an endpoint may write. */
  async count(): Promise<Counts> {
    const counts = COUNTED.map((table) => `(select count(*)::integer from ${table}) as ${table}`);
    const [row] = await this.database.transaction((tx) =>
      tx.query<Counts>(`select ${counts.join(', ')}`),
    );
    return row!;
  }
}

const WITHOUT_PARK: ReadonlySet<string> = new Set([
  'rulebook_entry',
  'post',
  'person',
  'absence',
  'appointment',
  'delegation',
  'document',
  'document_volume',
]);

const COUNTED = [
  'enterprise',
  'organisation',
  'tenancy',
  'event',
  'contact',
  'rulebook_entry',
  'pre_lease_check',
  'enterprise_import',
  'enterprise_import_row',
  'person',
  'post',
  'post_holding',
  'absence',
  'appointment',
  'delegation',
  'enterprise_merge',
  'enterprise_distinct',
  'park',
  'park_building',
  'park_designation',
  'file',
  'document',
  'document_volume',
  'document_public',
  'document_act',
  'document_delivery',
  'document_number',
  'issuing_office',
  'number_series',
  'number_year',
  'clock',
  'clock_suspension',
  'work_item',
  'eia_case',
  'eia_case_person',
] as const;
export type Counts = Record<(typeof COUNTED)[number], number>;

async function textOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return bytes.toString('utf8');
  const limits = { maxParts: 100, maxUnpackedBytes: 100_000_000, maxRatio: 10_000 };
  const archive = await openArchive(bytes, limits);
  const pieces: Buffer[] = [];
  for (const name of archive.names) {
    for await (const piece of archive.read(name)) pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** A row that belongs to nobody: what the platform’s own officers care for. */
export const NOBODYS: Owned = { ownerOrg: null, districtCode: null, parkId: null };

const GATE_CODES: ReadonlySet<string> = new Set([
  'PASSWORD_DUE',
  'SECOND_FACTOR_MISSING',
  'FORBIDDEN',
]);

/** What the contracts say of the door. */
function gateFor({ state, posts }: Actor, { access, url }: Route): string {
  if (access === 'public') return 'open';
  if (state === 'dead') return 'SIGN_IN_NEEDED';
  if (state === 'to_change' && !url.startsWith('/api/session')) return 'PASSWORD_DUE';
  if (state === 'to_enrol' && !url.startsWith('/api/session')) return 'SECOND_FACTOR_MISSING';
  if (access === 'session') return 'open';
  const roles = posts.map(({ role }) => role);
  return mayEver({ roles }, access.action, access.resource) ? 'open' : 'FORBIDDEN';
}

export function mayDo(
  { state, posts }: Actor,
  action: Action,
  resource: Resource,
  row: Owned,
): boolean {
  return state === 'alive' && can({ posts }, action, resource, row);
}

export function ownedBy(row: { id: string; districtCode: string; parkId: string | null }): Owned {
  return { ownerOrg: row.id, districtCode: row.districtCode, parkId: row.parkId };
}
