-- Enterprises from Excel. The state of an import is here and nowhere else, so that any process can
-- go on with it; it belongs to the organisation of whoever uploaded it, and to nobody else.

create table enterprise_import (
  id uuid constraint enterprise_import_pk primary key,
  owner_org uuid not null constraint enterprise_import_org_fk references organisation (id),
  file_name text not null,
  sha256 text not null,
  bytes integer not null,
  -- the upload itself and a workbook of corrections being read: kept only as long as they are needed
  file bytea,
  correction bytea,
  on_existing text not null,
  state text not null,
  -- who asked last, with the reach of that moment: {personId, office, roles, orgs, districts, parks}
  asker jsonb not null,
  asked_at timestamptz not null,
  -- the last row of the file that is staged, and whether it was the last of all
  staged integer not null default 0,
  last_row integer not null default 0,
  read_through boolean not null default false,
  -- rows by outcome, counted at the end of a check, so that asking how far it is costs nothing
  checked integer not null default 0,
  counts jsonb not null default '{}',
  -- the rows to commit; null for all that are good
  chosen integer[],
  notice jsonb,
  registered integer,
  changed integer,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint enterprise_import_state_known
    check (state in ('READING', 'CHECKED', 'COMMITTING', 'DONE', 'CANCELLED', 'FAILED')),
  constraint enterprise_import_on_existing_known check (on_existing in ('change', 'skip')),
  constraint enterprise_import_ends_once
    check ((ended_at is null) = (state in ('READING', 'CHECKED', 'COMMITTING'))),
  constraint enterprise_import_file_while_needed check ((file is null) = (ended_at is not null))
);
-- The same file sent again goes on with the import that is under way.
create unique index enterprise_import_under_way
  on enterprise_import (owner_org, sha256, on_existing) where ended_at is null;
create index enterprise_import_newest on enterprise_import (owner_org, created_at);
select protect_rows('enterprise_import');

create table enterprise_import_row (
  import_id uuid not null constraint enterprise_import_row_fk references enterprise_import (id),
  owner_org uuid not null,
  -- as Excel shows it in the first file
  row_number integer not null,
  -- column → text of the cell, and what the reader found wrong with cells
  raw jsonb not null,
  cell_faults jsonb not null default '[]',
  -- what the check made of it; all null before
  outcome text,
  parsed jsonb,
  credit_code text,
  -- row, column, value, code, params
  faults jsonb,
  changes text[],
  -- the enterprise that is there already, as it was when the row was checked
  enterprise_id uuid,
  version integer,
  -- another row of the file with the same credit code
  twin integer,
  constraint enterprise_import_row_pk primary key (import_id, row_number),
  constraint enterprise_import_row_outcome_known
    check (outcome in ('NEW', 'CHANGE', 'UNCHANGED', 'SKIPPED', 'FAULTY'))
);
select protect_rows('enterprise_import_row');
-- Rows of an import that was cancelled or refused are of no use to anybody.
create policy scope_delete on enterprise_import_row for delete to ludao_app
  using (owner_org = any ((select scope_orgs())::uuid[]));
grant delete on enterprise_import_row to ludao_app;

-- Which of the codes are registered anywhere, also where the asker may not look: no more than that.
create function credit_codes_taken(codes text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select code from unnest(codes) as given (code)
  where exists (select from organisation where credit_code = given.code)
$$;
