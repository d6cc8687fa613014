import { ROLE_NAMES, type DemoAccounts } from '@ludao/contracts';
import type { Database } from '../platform/db.ts';
import { ACCOUNT_NAMES, DEMO_PASSWORD } from './words.ts';

/** What the sign-in page of a demonstration shows; nothing where the database is none. */
export async function listDemoAccounts(database: Database): Promise<DemoAccounts> {
  const rows = await database.lookup<{ name: string; person: string; organisation: string }>(
    `select a.sign_in_name as name, p.name as person, o.name as organisation
     from auth.account a join person p on p.id = a.person_id
       join organisation o on o.id = p.owner_org
     where a.sign_in_name = any ($1) and exists (select from installation where demo)`,
    [Object.values(ACCOUNT_NAMES)],
  );
  const found = new Map(rows.map((row) => [row.name, row]));
  const accounts = ROLE_NAMES.flatMap((role) => {
    const row = found.get(ACCOUNT_NAMES[role]);
    return row ? [{ ...row, role }] : [];
  });
  return { password: accounts.length > 0 ? DEMO_PASSWORD : null, accounts };
}
