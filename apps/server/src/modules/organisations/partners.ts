import { randomUUID } from 'node:crypto';
import {
  checkCreditCode,
  PARTNER_KINDS,
  type OrganisationChoice,
  type OrganisationKind,
  type PartnerList,
} from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { append, type EventContext } from '../../platform/event-log/index.ts';
import { isRefusal, refuse, type Refusal } from '../../platform/refusal.ts';
import { enterOrganisations } from './entry-store.ts';

/** Whoever runs, owns or lets something in a park. */
export interface Partner {
  readonly id: string;
  readonly name: string;
}

const MOST = 20;

/** Those in reach whose name or code contains the word. */
export async function findPartners(tx: Tx, word: string): Promise<PartnerList> {
  const organisations = await tx.query<PartnerList['organisations'][number]>(
    `select id, name, kind, credit_code as "creditCode", district_code as "districtCode"
     from organisation
     where kind = any ($1) and strpos(lower(name || ' ' || coalesce(credit_code, '')), $2) > 0
     order by name, id limit ${MOST}`,
    [PARTNER_KINDS, word.normalize('NFKC').toLowerCase()],
  );
  return { organisations };
}

/**
 * The organisation that was chosen, or that is entered by its name because nobody of that name is
 * on record in the county.
 * @param kinds that fit the place; a new organisation is of the first
 */
export async function takePartner(
  tx: Tx,
  choice: OrganisationChoice | null,
  place: { readonly kinds: readonly OrganisationKind[]; readonly districtCode: string },
  context: EventContext,
): Promise<Partner | null | Refusal> {
  if (choice === null) return null;
  const { kinds, districtCode } = place;
  if ('id' in choice) {
    const [found] = await tx.query<Partner>(
      'select id, name from organisation where id = $1 and kind = any ($2)',
      [choice.id, kinds],
    );
    return found ?? refuse('PARTNER_UNKNOWN', {}, 422);
  }
  const { name } = choice;
  if (/[<>\p{Cc}\u2028\u2029]/u.test(name)) {
    return refuse('TEXT_HAS_MARKUP', { field: 'name' }, 422);
  }
  const [known] = await tx.query<Partner>(
    `select id, name from organisation where name = $1 and district_code = $2 and kind = any ($3)
     order by id limit 1`,
    [name, districtCode, kinds],
  );
  if (known) return known;
  const creditCode = choice.creditCode === null ? null : await freeCode(tx, choice.creditCode);
  if (isRefusal(creditCode)) return creditCode;
  const id = randomUUID();
  const [kind = 'LANDLORD'] = kinds;
  // Who runs a park is no secret; who lets a building there is.
  const isPublic = kind !== 'LANDLORD';
  const entered = { id, kind, name, creditCode, districtCode, territory: [], isPublic };
  await enterOrganisations(tx, [entered], context.now);
  await append(tx, context, [
    {
      stream: `organisation/${id}`,
      type: 'organisation.entered',
      typeVersion: 1,
      body: { kind, name, creditCode },
      ownerOrg: id,
      districtCode,
      expectedSeq: 0,
    },
  ]);
  return { id, name };
}

async function freeCode(tx: Tx, given: string): Promise<string | Refusal> {
  const checked = checkCreditCode(given);
  if (!checked.ok) {
    const { ok: _, reason, ...at } = checked;
    return refuse(`CREDIT_CODE_${reason}`, { value: given, ...at }, 422);
  }
  const [row] = await tx.query<{ taken: boolean }>('select credit_code_taken($1) as taken', [
    checked.code,
  ]);
  return row?.taken ? refuse('CREDIT_CODE_TAKEN', { value: checked.code }) : checked.code;
}
