import type { Tx } from '../../../platform/db.ts';
import type { StoredCase } from '../model.ts';
import type { CasePerson } from './model.ts';

/** The persons of a case, whole: whoever shows them masks them where they are others'. */
export function findPersons(tx: Tx, caseId: string): Promise<CasePerson[]> {
  return tx.query<CasePerson>(
    'select role, name, phone from eia_case_person where case_id = $1 order by role',
    [caseId],
  );
}

/** Puts these in the place of those of the same role. */
export async function savePersons(
  tx: Tx,
  { id, ownerOrg, districtCode }: Pick<StoredCase, 'id' | 'ownerOrg' | 'districtCode'>,
  persons: readonly CasePerson[],
): Promise<void> {
  await tx.query(
    `insert into eia_case_person (case_id, owner_org, district_code, role, name, phone)
     select $1, $2, $3, role, name, phone
     from unnest($4::text[], $5::text[], $6::text[]) as given (role, name, phone)
     on conflict (case_id, role) do update set name = excluded.name, phone = excluded.phone`,
    [
      id,
      ownerOrg,
      districtCode,
      persons.map(({ role }) => role),
      persons.map(({ name }) => name),
      persons.map(({ phone }) => phone),
    ],
  );
}
