-- Entries made before lists could be imported: one row each, dated by its own first day.

alter table rulebook_entry disable trigger rulebook_entry_is_kept;
update rulebook_entry
set title = coalesce(body ->> 'title', source_title),
  issuer = coalesce(body ->> 'adoptedBy', source_title),
  effective_from = coalesce((body ->> 'from')::date, entered_at::date),
  effective_to = (body ->> 'to')::date,
  body = jsonb_build_array(body)
where jsonb_typeof(body) = 'object';
alter table rulebook_entry enable trigger rulebook_entry_is_kept;
alter table rulebook_entry validate constraint rulebook_entry_dated;
alter table rulebook_entry validate constraint rulebook_entry_rows;
