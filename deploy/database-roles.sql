-- Login roles of their own for Ludao on a PostgreSQL server, 15 or later. Run once, by a superuser:
--
--   psql -v owner=ludao_owner -v migrator=ludao_migrator -v program=ludao \
--        -v migrator_password='…' -v program_password='…' -v database=ludao -f database-roles.sql
--
-- Then start the program with LUDAO_MIGRATE_URL (the migrator) and DATABASE_URL (the program); after
-- the first start run: alter role ludao_owner nocreaterole;
-- docs/guides/database-roles.md tells what each of them may do.

-- Owns the tables; nobody logs in as it. It makes roles at the first migration only.
create role :"owner" nologin createrole;

-- What a request may do, and what the program itself may. Shared by all databases of the server.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ludao_app') then
    create role ludao_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'ludao_system') then
    create role ludao_system nologin;
  end if;
end $$;
grant ludao_app, ludao_system to :"owner";

-- Migrates; whatever it makes belongs to the owner.
create role :"migrator" login password :'migrator_password' in role :"owner";
alter role :"migrator" set role = :'owner';

-- The program: it owns nothing and makes nothing.
create role :"program" login password :'program_password' in role ludao_app, ludao_system;

create database :"database" owner :"owner";
revoke connect, temporary on database :"database" from public;
grant connect on database :"database" to :"migrator", :"program";
