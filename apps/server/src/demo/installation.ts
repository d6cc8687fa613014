import { isIP } from 'node:net';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Database, Tx } from '../platform/db.ts';
import type { Log } from '../platform/log.ts';
import { StartupError } from '../platform/startup-error.ts';
import { ONE_COUNTY, seedDemo, WHOLE_CITY } from './seed.ts';

/**
 * Marks a new database as one for earnest or for a demonstration, and fills the latter; from then
 * on the mark decides. Invented data never comes to a database without the mark, and earnest work
 * never to one with it.
 * @throws StartupError when the mark and what was asked for do not agree
 */
export async function prepareInstallation(
  database: Database,
  config: Pick<Config, 'demo' | 'demoSize' | 'host'>,
  clock: Clock,
  log: Log,
): Promise<void> {
  const demo = await database.transaction(async (tx) => {
    // Asked first without a lock: a login that may only read the mark needs no more.
    const before = await readMark(tx);
    if (before !== undefined) return agree(before, config);
    await tx.query('lock table installation');
    const mark = await readMark(tx);
    if (mark !== undefined) return agree(mark, config);
    const wanted = isWanted(config, database.kind);
    if (wanted) refuseOpenHost(config);
    await tx.query('insert into installation (demo, seeded_at) values ($1, $2)', [
      wanted,
      clock.now(),
    ]);
    if (!wanted) return false;
    const size = config.demoSize === 'city' ? WHOLE_CITY : ONE_COUNTY;
    const counts = await seedDemo(tx, size, { now: clock.now(), today: clock.today() });
    log.info(counts, 'demonstration data written');
    return true;
  });
  if (demo) refuseOpenHost(config);
}

/** Left to itself, a new embedded database on loopback is for trying the software out. */
function isWanted({ demo, host }: Pick<Config, 'demo' | 'host'>, kind: Database['kind']): boolean {
  if (demo === 'auto') return kind === 'embedded' && isLoopback(host);
  return demo !== 'off';
}

async function readMark(tx: Tx): Promise<boolean | undefined> {
  const [row] = await tx.query<{ demo: boolean }>('select demo from installation');
  return row?.demo;
}

function agree(mark: boolean, { demo }: Pick<Config, 'demo'>): boolean {
  if (mark && demo === 'off') {
    throw new StartupError(
      '此数据库里是演示数据，不能用于正式运行；请换一个数据目录（LUDAO_DATA）或数据库。',
      'This database holds demonstration data and cannot serve in earnest. Use another data folder (LUDAO_DATA) or database.',
    );
  }
  if (!mark && (demo === 'local' || demo === 'public')) {
    throw new StartupError(
      '此数据库不是演示库，不写入演示数据；请换一个数据目录（LUDAO_DATA），或去掉 LUDAO_DEMO。',
      'This database is not one for demonstration, so no invented data is written to it. Use another data folder (LUDAO_DATA), or leave LUDAO_DEMO away.',
    );
  }
  return mark;
}

/** Everyone knows the passwords of a demonstration. */
function refuseOpenHost({ demo, host }: Pick<Config, 'demo' | 'host'>): void {
  if (isLoopback(host) || demo === 'public') return;
  throw new StartupError(
    `演示数据的密码是公开的，HOST=${host} 会让别人也能登录；确要公开演示，请设 LUDAO_DEMO=public。`,
    `The passwords of a demonstration are public, and HOST=${host} lets others sign in. To show it in public all the same, set LUDAO_DEMO=public.`,
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
