import type { Actor } from './actors.ts';
import type { Hall } from './hall.ts';

const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** An own sign-on of an office that nothing listens at: what is walked are the gates before it. */
export const SIGN_ON_SETTINGS = {
  LUDAO_URL: 'http://127.0.0.1:1',
  LUDAO_OIDC_ISSUER: 'http://127.0.0.1:1',
  LUDAO_OIDC_CLIENT: 'matrix',
  LUDAO_OIDC_LINK_BY: 'number',
};

/** The system officer sees every account, and nobody else sees one. */
export async function listsAccounts(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'listSignOnAccounts', {
    query: 'size=200',
    accounts: true,
  });
  if (!answer) return;
  const rows = await hall.database.transaction((tx) =>
    tx.query<{ person_id: string }>('select person_id from auth.account'),
  );
  hall.tally.compareSets(
    `listSignOnAccounts by ${actor.name}`,
    rows.map(({ person_id }) => person_id),
    (answer.json['rows'] as { id: string }[]).map(({ id }) => id),
  );
}

export async function numbersEach(hall: Hall, actor: Actor): Promise<void> {
  const unknown = await hall.ask(
    actor,
    'setStaffNumber',
    { id: NOBODYS, body: { staffNumber: 'M-0' } },
    ' of nobody',
  );
  if (!unknown) return;
  hall.tally.expect(`setStaffNumber of nobody: ${unknown.status}`, unknown.status === 404);
  const [account] = await hall.database.transaction((tx) =>
    tx.query<{ person_id: string }>('select person_id from auth.account limit 1'),
  );
  if (!account) return;
  const body = { staffNumber: 'M-1' };
  const answer = await hall.ask(actor, 'setStaffNumber', { id: account.person_id, body });
  hall.tally.expect(`setStaffNumber by ${actor.name}`, answer?.status === 200);
}

export async function unlinksEach(hall: Hall, actor: Actor): Promise<void> {
  const answer = await hall.ask(actor, 'unlinkSignOn', { id: NOBODYS }, ' of nobody');
  if (answer) hall.tally.expect(`unlinkSignOn of nobody: ${answer.status}`, answer.status === 404);
}
