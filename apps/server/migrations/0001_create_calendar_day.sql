-- Which days are worked in China, and for which years somebody has published that.
-- A year without a row here is unknown: deadlines that reach into it are flagged, not guessed.

create table calendar_year (
  year integer constraint calendar_year_pk primary key,
  -- title and number of the State Council's notice, once a person has compared the days with it
  notice text,
  source text not null,
  confidence text not null,
  constraint calendar_year_plausible check (year between 1949 and 2999),
  constraint calendar_year_confidence_known check (confidence in ('NOTICE', 'LIBRARY')),
  constraint calendar_year_notice_named check (confidence <> 'NOTICE' or notice is not null)
);

create table calendar_day (
  date date constraint calendar_day_pk primary key,
  year integer not null generated always as (extract(year from date)::integer) stored,
  is_working boolean not null,
  kind text not null,
  -- the holiday that is kept, or for which the day is worked; in Chinese, as the notice has it
  name text,
  source text not null,
  constraint calendar_day_year_fk foreign key (year) references calendar_year (year),
  constraint calendar_day_kind_known check (kind in ('WORKDAY', 'WEEKEND', 'HOLIDAY', 'MAKE_UP')),
  constraint calendar_day_kind_agrees check (is_working = (kind in ('WORKDAY', 'MAKE_UP')))
);

create index calendar_day_by_year on calendar_day (year);
