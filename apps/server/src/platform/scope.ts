import type { Tx } from './db.ts';

/** Whose rows a transaction may see and change; the four settings that row policies read. */
export interface Scope {
  /** A person's id, or a named actor of the program such as 'system:clock' or 'public'. */
  readonly actor: string;
  readonly orgs: readonly string[];
  readonly districts: readonly string[];
  readonly parks: readonly string[];
}

/**
 * Lets the rest of the transaction also see and change what belongs to some organisations. Only
 * after a right to each of them was established: through a park, or because it is new.
 */
export async function widenScope(tx: Tx, scope: Scope, ...orgs: readonly string[]): Promise<void> {
  await tx.query(scopeStatement({ ...scope, orgs: [...scope.orgs, ...orgs] }));
}

/** The same where the scope is not at hand: until the transaction ends. */
export async function widenScopeTo(tx: Tx, org: string): Promise<void> {
  await tx.query(
    `select set_config('ludao.orgs', array_append(scope_orgs(), $1::uuid)::text, true)`,
    [org],
  );
}

/** Ends what widenScope allowed. */
export async function narrowScope(tx: Tx, scope: Scope): Promise<void> {
  await tx.query(scopeStatement(scope));
}

/** Anyone: rows marked public, and nothing else. */
export const PUBLIC_SCOPE: Scope = { actor: 'public', orgs: [], districts: [], parks: [] };

/**
 * What opens a transaction of `ludao_app` with this scope, to be sent in one round trip. Role and
 * settings end with the transaction. The values are ids and codes, so they need no quoting.
 */
export function scopeStatement({ actor, orgs, districts, parks }: Scope): string {
  return `select set_config('role', 'ludao_app', true), set_config('ludao.actor', '${plain(actor)}', true),
    set_config('ludao.orgs', '{${orgs.map(plain).join(',')}}', true),
    set_config('ludao.districts', '{${districts.map(plain).join(',')}}', true),
    set_config('ludao.parks', '{${parks.map(plain).join(',')}}', true)`;
}

/** Anything that would need quoting is no id and no code, but a bug or an attack. */
function plain(value: string): string {
  if (!/^[0-9A-Za-z:-]+$/.test(value)) throw new TypeError(`not an id or a code: ${value}`);
  return value;
}
