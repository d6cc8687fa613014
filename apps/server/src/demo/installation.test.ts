import { expect, it } from 'vitest';
import { fixedClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { describeOnDatabase, silentLog } from '../platform/testing.ts';
import { listDemoAccounts } from './accounts.ts';
import { prepareInstallation } from './installation.ts';

const clock = fixedClock('2026-11-25T09:00:00+08:00');

describeOnDatabase('a database for demonstration', (database) => {
  const prepare = (env: Record<string, string>) =>
    prepareInstallation(database(), readConfig(env), clock, silentLog);

  it('is not filled while the server would be open to others', async () => {
    await expect(prepare({ LUDAO_DEMO: 'local', HOST: '0.0.0.0' })).rejects.toThrow(
      'passwords of a demonstration are public',
    );
    expect(await listDemoAccounts(database())).toEqual({ password: null, accounts: [] });
  });

  it('is filled once with a county and a person for every role', async () => {
    await prepare({ LUDAO_DEMO: 'local' });
    await prepare({});
    const { accounts } = await listDemoAccounts(database());
    expect(new Set(accounts.map(({ role }) => role)).size).toBe(accounts.length);
    expect(accounts).toHaveLength(20);
    const [counts] = await database().transaction((tx) =>
      tx.query(`select (select count(*) from park) as parks,
        (select count(*) from enterprise) as enterprises, (select count(*) from event where stream ~ '^(park|enterprise)/') as events,
          (select count(*) from eia_case where state = 'ACCEPTED' and track = 'FORM') as cases`),
    );
    expect(counts).toEqual({ parks: 12n, enterprises: 300n, events: 312n, cases: 12n });
  });

  it('serves neither in earnest nor openly, unless told so', async () => {
    await expect(prepare({ LUDAO_DEMO: 'off' })).rejects.toThrow('holds demonstration data');
    await expect(prepare({ HOST: '0.0.0.0' })).rejects.toThrow('LUDAO_DEMO=public');
    await prepare({ LUDAO_DEMO: 'public', HOST: '0.0.0.0' });
  });
});

describeOnDatabase('a database for earnest', (database) => {
  it('never takes invented data', async () => {
    const prepare = (env: Record<string, string>) =>
      prepareInstallation(database(), readConfig(env), clock, silentLog);
    await prepare({ LUDAO_DEMO: 'off' });
    await prepare({});
    await expect(prepare({ LUDAO_DEMO: 'local' })).rejects.toThrow('not one for demonstration');
    expect(await listDemoAccounts(database())).toEqual({ password: null, accounts: [] });
  });
});
