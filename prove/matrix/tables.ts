import type { Tx } from '../../apps/server/src/platform/db.ts';

/** A table under row-level security, with the columns that its policies may use. */
export interface ProtectedTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: ReadonlySet<string>;
  /** What an insert may give. */
  readonly plain: readonly string[];
  /** Whether the application's role may add and change at all. */
  readonly mayInsert: boolean;
  readonly mayUpdate: boolean;
  readonly mayDelete: boolean;
}

/** Anyone may read these: they say nothing of anybody's business. Each with its reason. */
export const PUBLIC_RELATIONS: Readonly<Record<string, string>> = {
  calendar_year: 'which years have a published calendar',
  calendar_day: 'working days',
  installation: 'whether the data are invented',
  offices_public: 'titles of posts, to name who acted',
  responsible_posts_public: 'titles of posts of public offices and operators, nobody’s name',
  parks_public: 'name, county and operator of every park',
  park_units_public: 'names of units, to be chosen in a form',
  agencies_public: 'which service agencies there are, to be chosen by whoever delegates',
  park_posts_public: 'titles of the posts that answer for a park',
  park_eias_public: 'title, number and dates of approved park-wide EIAs, which are public',
  park_envelopes_public: 'what an approved park-wide EIA allows, as its approval says',
  park_units_let: 'whether a unit is let, not to whom',
  review_bodies_public: 'which technical review bodies there are, to be asked for an opinion',
  office_contacts_public: 'how an office is reached, as its papers and notices say it',
  bureaus_public: 'which bureau answers for which counties',
  issuing_offices_public: 'names of public offices, to say whose a document is',
};

/** What runs past the policies for ludao_app. Each repeats the scope, or says yes or no only. */
export const DEFINER_FUNCTIONS: Readonly<Record<string, string>> = {
  append_events: 'the only way into the log; checks the chain',
  lock_event_streams: 'heads of streams that are named',
  find_enterprises: 'filters by scope inside',
  find_parks: 'filters by scope inside',
  credit_code_taken: 'yes or no',
  credit_codes_taken: 'yes or no, for each of the codes that are given',
  holders_on: 'ids of who held a post on a day, to keep reviewers apart',
  notify_persons: 'adds messages to persons, reads none out; says how many were told',
  record_security: 'the only way into the security log; names whoever asks',
  publish_calendar_year: 'the days of a year, out of an approved entry and nothing else',
  take_pre_lease_number: 'the next number of a county and day',
  record_reveal: 'adds a line in the asker’s own name to the security log, reads none',
  verify_document: 'number, date and status of the paper whose code the asker types',
  take_certificate_number: 'the next number of a kind, county and year',
  verify_certificate: 'number, date, status and official number of the paper whose code is typed',
  public_completion_paper: 'a paper of an acceptance report that is public, and none else',
  open_work_item: 'adds an item to a queue, reads none',
  settle_work_items: 'ends what waits about a subject that is named; tells ids',
  permit_of_park: 'number, end and amounts of a park’s permit, which is published by law',
  next_permit_serial: 'the next serial of a holder’s places: a number alone',
  hold_park_allowance: 'totals of the account of an EIA that is named, no tenant; holds it',
  hold_park_eia: 'the id of the EIA in force of a park that is named, which is public; holds it',
  leave_case_comment: 'adds a comment to a notice that is open; tells whose public case it is',
  public_notice_file: 'the file that a public notice shows to everybody',
  take_citation_number: 'the next number of a park and year',
  citable_datasets: 'what the park of an enterprise shares, for whoever acts for the enterprise',
  hold_citable: 'locks the same until the transaction ends, tells nothing',
  cited_datasets: 'how the sets stand that bundles in scope name; repeats the scope',
  record_erasure: 'adds a line in the asker’s own name to the security log, reads none',
};

/** Nothing is deleted but these, and only what the scope could change. Each with its reason. */
export const DELETABLE: Readonly<Record<string, string>> = {
  enterprise_import_row: 'rows of a file that was cancelled or refused; nothing came of them',
};

/** Rows that belong to a person alone, whatever the posts reach. Each with its reason. */
export const OF_A_PERSON: Readonly<Record<string, string>> = {
  notification: 'what one person was told',
};

export async function findProtectedTables(tx: Tx): Promise<ProtectedTable[]> {
  const rows = await tx.query<{
    name: string;
    key: string[];
    columns: string[];
    plain: string[];
    may_insert: boolean;
    may_update: boolean;
    may_delete: boolean;
  }>(
    `select c.relname as name,
       array(select a.attname::text from pg_index i join pg_attribute a
         on a.attrelid = c.oid and a.attnum = any (i.indkey)
         where i.indrelid = c.oid and i.indisprimary) as key,
       array(select attname::text from pg_attribute
         where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
       array(select attname::text from pg_attribute
         where attrelid = c.oid and attnum > 0 and not attisdropped
           and attgenerated = '' and attidentity = '') as plain,
       has_table_privilege('ludao_app', c.oid, 'insert') as may_insert,
       has_table_privilege('ludao_app', c.oid, 'update') as may_update,
       has_table_privilege('ludao_app', c.oid, 'delete') as may_delete
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
     order by c.relname`,
  );
  return rows.map(({ columns, may_insert, may_update, may_delete, ...row }) => ({
    ...row,
    columns: new Set(columns),
    mayInsert: may_insert,
    mayUpdate: may_update,
    mayDelete: may_delete,
  }));
}

/** What the catalogue says of ludao_app; every line is one thing that must not be. */
export const FORBIDDEN_POWERS: readonly { readonly what: string; readonly sql: string }[] = [
  {
    what: 'reads without row-level security and without being on the list',
    sql: `select c.relname::text as found from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and (has_table_privilege('ludao_app', c.oid, 'select')
          or has_any_column_privilege('ludao_app', c.oid, 'select'))
        and not c.relrowsecurity and not c.relname = any ($1::text[])
        -- A view that reads with the rights of its reader shows what its tables show.
        and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}'`,
  },
  {
    what: 'may delete, truncate, reference or put triggers on',
    sql: `select c.relname::text as found from pg_class c
      where c.relkind in ('r', 'p', 'v', 'm', 'f')
        and c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace)
        and (has_table_privilege('ludao_app', c.oid, 'truncate, references, trigger')
          or has_table_privilege('ludao_app', c.oid, 'delete') and not c.relname = any ($3::text[]))
        and $1::text[] is not null and $2::text[] is not null`,
  },
  {
    what: 'may write without row-level security',
    sql: `select c.relname::text as found from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and not c.relrowsecurity and $1::text[] is not null
        and (has_any_column_privilege('ludao_app', c.oid, 'insert')
          or has_any_column_privilege('ludao_app', c.oid, 'update'))`,
  },
  {
    what: 'may write the log but through append_events',
    sql: `select c.relname::text as found from pg_class c
      where c.relname in ('event', 'event_stream', 'event_checkpoint') and $1::text[] is not null
        and (has_any_column_privilege('ludao_app', c.oid, 'insert')
          or has_any_column_privilege('ludao_app', c.oid, 'update'))`,
  },
  {
    what: 'reaches the accounts',
    sql: `select n.nspname::text as found from pg_namespace n
      where n.nspname = 'auth' and $1::text[] is not null
        and has_schema_privilege('ludao_app', n.oid, 'usage, create')
      union all
      select c.relname::text from pg_class c where c.relnamespace = 'auth'::regnamespace
        and c.relkind in ('r', 'v') and has_any_column_privilege('ludao_app', c.oid, 'select')`,
  },
  {
    what: 'may create in',
    sql: `select n.nspname::text as found from pg_namespace n
      where n.nspname = 'public' and has_schema_privilege('ludao_app', n.oid, 'create')
        and $1::text[] is not null`,
  },
  {
    what: 'is more than a plain role, or owns',
    sql: `select rolname::text as found from pg_roles where rolname = 'ludao_app'
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) and $1::text[] is not null
      union all
      select relname::text from pg_class where relowner = 'ludao_app'::regrole`,
  },
  {
    what: 'runs past the policies through a function that is not on the list',
    sql: `select p.proname::text as found from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef
        and has_function_privilege('ludao_app', p.oid, 'execute') and not p.proname = any ($2::text[])
        and $1::text[] is not null`,
  },
  {
    what: 'could put a temporary table before the real one in',
    sql: `select p.proname::text as found from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef and $1::text[] is not null
        and not exists (select from unnest(p.proconfig) setting
          where setting ~ '^search_path=.*pg_temp"?$')`,
  },
];
