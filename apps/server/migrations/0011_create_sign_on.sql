-- Signing in by an office's own sign-on (OpenID Connect, ADR 0030). It tells who somebody is; what
-- they may do still comes from the posts of an account that is here already.

-- The number by which an administrator lets a first sign-on find its account.
alter table auth.account add column staff_number text,
  add constraint account_staff_number_unique unique (staff_number);

-- Which subject of a provider is whose account. The pair never changes its meaning, unlike a phone.
create table auth.sign_on_link (
  issuer text not null,
  subject text not null,
  person_id uuid not null constraint sign_on_link_account_fk references auth.account (person_id),
  -- OWN: by the person, signed in; CLAIM: by a phone or staff number that was entered before
  linked_by text not null,
  linked_at timestamptz not null,
  used_at timestamptz,
  constraint sign_on_link_pk primary key (issuer, subject),
  constraint sign_on_link_one_per_account unique (issuer, person_id),
  constraint sign_on_link_by_known check (linked_by in ('OWN', 'CLAIM')),
  constraint sign_on_link_subject_plausible check (length(subject) between 1 and 255)
);

-- A way to the provider and back that is under way. The secret is in the browser's cookie, and all
-- that the provider is told is made from it; a row is used once.
create table auth.sign_on_attempt (
  secret_hash bytea constraint sign_on_attempt_pk primary key,
  -- AWAY: at the provider; CODE: recognised, but the own second factor is still asked for
  stage text not null,
  -- who is to be linked (AWAY), or who was recognised (CODE)
  person_id uuid constraint sign_on_attempt_account_fk references auth.account (person_id),
  -- the session that asked for a link; it must live when the browser comes back
  session_hash bytea,
  -- the page of the desks to come to
  lands_on text not null,
  expires_at timestamptz not null,
  constraint sign_on_attempt_stage_known check (stage in ('AWAY', 'CODE')),
  constraint sign_on_attempt_code_of_somebody check (stage = 'AWAY' or person_id is not null)
);
create index sign_on_attempt_by_end on auth.sign_on_attempt (expires_at);

-- Sessions that a sign-on opened end with its link.
alter table auth.session add column signed_on boolean not null default false;
