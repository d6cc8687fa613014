import type { DataRequestKind, DataRequestState, OrganisationKind } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import type { AskedExpired, Expired } from '../model.ts';

export interface RequestRow {
  readonly id: string;
  readonly person_id: string;
  readonly kind: DataRequestKind;
  readonly words: string;
  readonly asked_at: Date;
  readonly due_on: string;
  readonly state: DataRequestState;
  readonly answered_at: Date | null;
  readonly answer: string | null;
}

const REQUEST = `r.id, r.person_id, r.kind, r.words, r.asked_at, r.state, r.answered_at, r.answer,
  (r.asked_at at time zone 'Asia/Shanghai')::date + $1::integer as due_on`;

export async function insertRequest(
  tx: Tx,
  request: {
    readonly id: string;
    readonly personId: string;
    readonly kind: DataRequestKind;
    readonly words: string;
    readonly now: Date;
  },
): Promise<void> {
  const { id, personId, kind, words, now } = request;
  await tx.query(
    `insert into auth.data_request (id, person_id, kind, words, asked_at) values ($1, $2, $3, $4, $5)`,
    [id, personId, kind, words, now],
  );
}

export function listRequestsOf(tx: Tx, personId: string, days: number): Promise<RequestRow[]> {
  return tx.query(
    `select ${REQUEST} from auth.data_request r where r.person_id = $2 order by r.asked_at desc`,
    [days, personId],
  );
}

/** The open ones first, the oldest of them on top. */
export function listRequests(
  tx: Tx,
  state: DataRequestState | null,
  days: number,
): Promise<
  (RequestRow & {
    readonly name: string;
    readonly phone: string | null;
    readonly sign_in_name: string;
    readonly organisation_kind: OrganisationKind;
    readonly erased: boolean;
  })[]
> {
  return tx.query(
    `select ${REQUEST}, p.name, p.phone, a.sign_in_name, o.kind as organisation_kind,
       p.erased_at is not null as erased
     from auth.data_request r join person p on p.id = r.person_id
       join auth.account a on a.person_id = p.id join organisation o on o.id = p.owner_org
     where $2::text is null or r.state = $2
     order by r.state <> 'OPEN', case when r.state = 'OPEN' then r.asked_at end, r.asked_at desc
     limit 500`,
    [days, state],
  );
}

export async function findOpenRequest(
  tx: Tx,
  id: string,
): Promise<
  { readonly personId: string; readonly kind: DataRequestKind; readonly state: string } | undefined
> {
  const [row] = await tx.query<{ personId: string; kind: DataRequestKind; state: string }>(
    'select person_id as "personId", kind, state from auth.data_request where id = $1 for update',
    [id],
  );
  return row;
}

export async function answerRequest(
  tx: Tx,
  id: string,
  answered: {
    readonly state: 'DONE' | 'REFUSED';
    readonly answer: string;
    readonly by: string;
    readonly now: Date;
  },
): Promise<void> {
  const { state, answer, by, now } = answered;
  await tx.query(
    `update auth.data_request set state = $2, answer = $3, answered_by = $4, answered_at = $5
     where id = $1`,
    [id, state, answer, by, now],
  );
}

export async function correctPerson(
  tx: Tx,
  id: string,
  { name, phone }: { readonly name: string; readonly phone: string | null },
): Promise<void> {
  await tx.query('update person set name = $2, phone = $3 where id = $1', [id, name, phone]);
  await tx.query('update auth.account set phone = $2 where person_id = $1', [id, phone]);
}

export async function findNotice(
  tx: Tx,
  personId: string,
): Promise<{ readonly version: string; readonly shown_at: Date } | undefined> {
  const [row] = await tx.query<{ version: string; shown_at: Date }>(
    `select version, shown_at from auth.notice_shown where person_id = $1
     order by shown_at desc limit 1`,
    [personId],
  );
  return row;
}

export async function insertNotice(
  tx: Tx,
  personId: string,
  version: string,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into auth.notice_shown (person_id, version, shown_at) values ($1, $2, $3)
     on conflict do nothing`,
    [personId, version, now],
  );
}

/** Words of answered requests, and reasons of erasures, whose term has run out. */
export function findExpiredRequests(tx: Tx, asked: AskedExpired): Promise<Expired[]> {
  return tx.query<Expired>(
    `select answered.id, case when p.erased_at is null then p.name else '' end as name,
       o.kind as "organisationKind", p.district_code as "districtCode", ended_on as "endedOn",
       (ended_on + make_interval(months => $2::integer))::date as "dueOn"
     from (select id, person_id, (answered_at at time zone 'Asia/Shanghai')::date as ended_on
         from auth.data_request where state <> 'OPEN' and words || coalesce(answer, '') <> ''
       union all
       select person_id, person_id, (at at time zone 'Asia/Shanghai')::date
         from auth.erasure where reason <> '') answered
       join person p on p.id = answered.person_id join organisation o on o.id = p.owner_org
     where ended_on < ($1::date - make_interval(months => $2::integer))::date
       and ($3::uuid is null or answered.id = $3)
     order by ended_on, answered.id limit $4`,
    [asked.today, asked.months, asked.id, asked.most],
  );
}

/** That it was asked, answered or erased stays; the words go. */
export async function blankRequest(tx: Tx, id: string): Promise<void> {
  await tx.query(`update auth.data_request set words = '', answer = '' where id = $1`, [id]);
  await tx.query(`update auth.erasure set reason = '' where person_id = $1`, [id]);
}
