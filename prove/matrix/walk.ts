import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { ROUTES } from '@ludao/contracts';
import { buildApp } from '../../apps/server/src/app.ts';
import { openOrganisations } from '../../apps/server/src/modules/organisations/index.ts';
import { shippedLaw } from '../../apps/server/src/modules/rulebook/index.ts';
import { fixedClock } from '../../apps/server/src/platform/clock.ts';
import { readConfig } from '../../apps/server/src/platform/config.ts';
import type { Database } from '../../apps/server/src/platform/db.ts';
import { openDiskStore } from '../../apps/server/src/platform/files/disk-store.ts';
import { migrate } from '../../apps/server/src/platform/migrations.ts';
import { MIGRATIONS } from '../../apps/server/src/platform/paths.ts';
import { hashOf, scopeOf } from '../../apps/server/src/platform/session.ts';
import { silentLog } from '../../apps/server/src/platform/testing-databases.ts';
import { castActors, type Actor } from './actors.ts';
import { enterForms } from './approvals.ts';
import { enterCases } from './cases.ts';
import { enterCompletions } from './completion-walks.ts';
import { walkDatabase } from './database-walk.ts';
import { enterCertificates } from './certificate-walks.ts';
import { CONTENT, CONTENT_SHA256, enterFiles } from './file-walks.ts';
import { Hall, type RouteName } from './hall.ts';
import { enterDocuments } from './documents.ts';
import { enterPermits } from './permits.ts';
import { enterStock } from './stock.ts';
import { enterSharing } from './sharing.ts';
import { enterPapers } from './papers.ts';
import { enterRetrofits } from './retrofit-walks.ts';
import { SIGN_ON_SETTINGS } from './sign-on-walks.ts';
import { Tally } from './tally.ts';
import { enterWork } from './work.ts';
import { enterAccess } from './access.ts';
import { WALKS } from './walks.ts';
import { enterWorld } from './enter-world.ts';
import { buildGround, NOW } from './world.ts';

/**
 * Every protected table, then every endpoint, as every actor, on one empty database.
 * @param options.small each role at one kind of organisation, lists with few filters, every 24th
 *   actor at each address in turns
 */
export async function walkMatrix(
  database: Database,
  options: { readonly small: boolean } = { small: false },
): Promise<Tally> {
  const tally = new Tally();
  const folder = mkdtempSync(join(tmpdir(), 'ludao-matrix-'));
  const clock = fixedClock(NOW.toISOString());
  await migrate(database, MIGRATIONS, silentLog);
  const ground = buildGround();
  const cast = castActors(ground, options);
  const { actors } = cast;
  await database.transaction(async (tx) => {
    await enterWorld(tx, ground);
    await enterPapers(tx, ground);
    await enterFiles(tx, ground);
    await enterDocuments(tx, ground);
    await enterWork(tx, ground);
    await enterCases(tx, ground);
    await enterForms(tx, ground);
    await enterRetrofits(tx, ground);
    await enterCompletions(tx, ground);
    await enterCertificates(tx, ground);
    await enterPermits(tx, ground);
    await enterAccess(tx, ground);
    await enterStock(tx, ground);
    await enterSharing(tx, ground);
    await cast.prepare(tx);
  });
  await openDiskStore(join(folder, 'files')).put(CONTENT_SHA256, CONTENT);
  const config = readConfig({ ...SIGN_ON_SETTINGS, LUDAO_DATA: folder });
  const app = await buildApp({
    config,
    database,
    clock,
    rulebook: shippedLaw(),
    log: silentLog,
  });
  try {
    const hall = new Hall(ground, database, tally, app, options.small);
    await hall.openSessions(actors);
    // First the tables, while only the rows of the world are in them.
    await walkDatabase(hall, await scopesOf(hall, actors));
    for (const [at, name] of (Object.keys(ROUTES) as RouteName[]).entries()) {
      const walk = Object.hasOwn(WALKS, name) ? WALKS[name] : undefined;
      tally.expect(`${name} is walked; add it to prove/matrix/walks.ts`, walk !== undefined);
      // Behind a public door nobody is told apart: a few are enough for the small walk.
      const isBrief = options.small && ROUTES[name].access === 'public';
      const whole = isBrief ? actors.slice(0, 3) : actors;
      const some = whole.filter((_, nth) => !options.small || isBrief || (nth + at) % 24 === 0);
      for (const actor of some) await walk?.(hall, actor);
    }
    return tally;
  } finally {
    await app.close();
    rmSync(folder, { recursive: true });
  }
}

/** The scope that the server itself would open for each session. */
async function scopesOf({ database, tokens, tally }: Hall, actors: readonly Actor[]) {
  const organisations = await openOrganisations(database, randomBytes(32));
  const found = [];
  for (const actor of actors) {
    const token = tokens.get(actor.name);
    const session = token && (await organisations.findSession(hashOf(token), NOW, '2026-11-25'));
    tally.compare(`a session of ${actor.name}`, actor.state !== 'dead', Boolean(session));
    const scope = session ? scopeOf(session) : null;
    for (const part of ['orgs', 'districts', 'parks'] as const) {
      const told = scope ? actor.posts.flatMap((post) => post[part]) : [];
      tally.compareSets(`${part} of ${actor.name}`, told, scope?.[part] ?? []);
    }
    found.push({ actor, scope });
  }
  return found;
}
