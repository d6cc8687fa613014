import type { RevealReason } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';

/** Rows of everything that is kept about one person; read past the policies, for that person alone. */
export interface OwnRows {
  readonly account: {
    readonly sign_in_name: string;
    readonly phone: string | null;
    readonly staff_number: string | null;
    readonly sign_on: string[];
    readonly second_factor: boolean;
  };
  readonly posts: readonly {
    readonly title: string;
    readonly organisation: string;
    readonly part: 'A' | 'B';
    readonly valid_from: string;
    readonly valid_to: string | null;
  }[];
  readonly absences: readonly { readonly first_day: string; readonly last_day: string }[];
  readonly sessions: readonly {
    readonly created_at: Date;
    readonly seen_at: Date;
    readonly address: string;
    readonly agent: string;
  }[];
  readonly log: readonly { readonly at: Date; readonly kind: string; readonly address: string }[];
}

/** Of sign-ins and the like, what fits on a screen; the copy holds as many. */
const MOST_LINES = 200;

export async function readOwnRows(tx: Tx, personId: string): Promise<OwnRows> {
  const [account] = await tx.query<OwnRows['account']>(
    `select sign_in_name, phone, staff_number, second_factor_confirmed_at is not null as second_factor,
       array(select l.issuer || ' ' || l.subject from auth.sign_on_link l
         where l.person_id = a.person_id order by 1) as sign_on
     from auth.account a where a.person_id = $1`,
    [personId],
  );
  if (!account) throw new Error(`person ${personId} has a session but no account`);
  const posts = await tx.query<OwnRows['posts'][number]>(
    `select po.title, o.name as organisation, h.part, h.valid_from, h.valid_to
     from post_holding h join post po on po.id = h.post_id join organisation o on o.id = po.owner_org
     where h.person_id = $1 order by h.valid_from desc, po.title, h.part`,
    [personId],
  );
  const absences = await tx.query<OwnRows['absences'][number]>(
    'select first_day, last_day from absence where person_id = $1 order by first_day desc',
    [personId],
  );
  const sessions = await tx.query<OwnRows['sessions'][number]>(
    `select created_at, seen_at, address, agent from auth.session
     where person_id = $1 order by seen_at desc`,
    [personId],
  );
  const log = await tx.query<OwnRows['log'][number]>(
    `select at, kind, address from auth.security_event
     where person_id = $1 order by at desc, id desc limit ${MOST_LINES}`,
    [personId],
  );
  return { account, posts, absences, sessions, log };
}

export interface RevealRow {
  readonly at: Date;
  readonly subject: string;
  readonly by: string | null;
  readonly detail: { readonly reason: RevealReason; readonly words: string };
}

/** Who looked at any of these; the office and the post, because the law names recipients by those. */
export function listRevealsOf(tx: Tx, subjects: readonly string[]): Promise<RevealRow[]> {
  return tx.query(
    `select e.at, e.subject, e.detail::json as detail, p.organisation || ' ' || p.title as by
     from auth.security_event e left join offices_public p on p.post_id = e.office
     where e.subject = any ($1::uuid[]) and e.kind = 'REVEALED'
     order by e.at desc, e.id desc limit ${MOST_LINES}`,
    [subjects],
  );
}
