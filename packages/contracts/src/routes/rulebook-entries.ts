import { ById, Created } from '../register.ts';
import { Entry, EntryDecision, EntryForm, EntryList } from '../rulebook-entries.ts';
import { route } from '../route.ts';

export const RULEBOOK_ENTRIES_ROUTES = {
  listEntries: route({
    method: 'GET',
    url: '/api/rulebook/entries',
    summary: 'Entries of the rulebook’s lists in reach, with their state',
    tag: 'rulebook',
    access: { action: 'read', resource: 'rulebook_entry' },
    response: EntryList,
  }),
  submitEntry: route({
    method: 'POST',
    url: '/api/rulebook/entries',
    summary: 'Puts an entry before a second person',
    tag: 'rulebook',
    access: { action: 'create', resource: 'rulebook_entry' },
    body: EntryForm,
    response: Created,
  }),
  decideEntry: route({
    method: 'POST',
    url: '/api/rulebook/entries/:id/decision',
    summary: 'Approves an entry, which then is law from its dates on, or sends it back',
    tag: 'rulebook',
    access: { action: 'approve', resource: 'rulebook_entry' },
    params: ById,
    body: EntryDecision,
    response: Entry,
  }),
} as const;
