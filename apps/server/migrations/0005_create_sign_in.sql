-- Accounts and sessions, out of reach of ludao_app: only the program's own sign-in reads them.
create schema auth;

create table auth.account (
  person_id uuid constraint account_pk primary key
    constraint account_person_fk references person (id),
  -- small letters; a name is never a phone number
  sign_in_name text not null,
  phone text,
  password_hash text not null,
  -- AES-256-GCM under the installation's key; one that is not confirmed counts for nothing
  second_factor bytea,
  second_factor_confirmed_at timestamptz,
  -- the period of the last accepted code: a code works once
  second_factor_used bigint,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  constraint account_name_unique unique (sign_in_name),
  constraint account_phone_unique unique (phone),
  constraint account_name_form check (sign_in_name ~ '^[a-z][a-z0-9._-]{2,39}$')
);

create table auth.session (
  -- SHA-256 of the token; the token itself is only in the browser
  token_hash bytea constraint session_pk primary key,
  person_id uuid not null constraint session_account_fk references auth.account (person_id),
  second_factor boolean not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  agent text not null
);
create index session_by_person on auth.session (person_id);

-- What the security and audit officers read; kept at least six months. Names that were typed are
-- not kept: people type their password there.
create table auth.security_event (
  id bigint generated always as identity constraint security_event_pk primary key,
  at timestamptz not null,
  kind text not null,
  person_id uuid,
  address text not null,
  detail text not null default ''
);
create index security_event_by_time on auth.security_event (at);

-- Whether this database may hold invented data.
create table installation (
  only_row boolean constraint installation_pk primary key default true,
  demo boolean not null,
  seeded_at timestamptz not null,
  constraint installation_one_row check (only_row)
);
grant select on installation to ludao_app;
