import { z } from 'zod';
import { CalendarQuery, CalendarYear, Deadline, DeadlineQuery } from '../calendar.ts';
import { LawInForce, LawQuery } from '../law-in-force.ts';
import { ById, Created, XlsxFile } from '../register.ts';
import {
  Entry,
  EntryDecision,
  EntryForm,
  EntryList,
  EntryPreview,
  EntryQuery,
  SheetCheck,
  SheetQuery,
} from '../rulebook-entries.ts';
import { route } from '../route.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const may = (action: 'read' | 'export' | 'create' | 'approve') =>
  ({ tag: 'rulebook', access: { action, resource: 'rulebook_entry' } }) as const;

/** What offices enter into the rulebook: lists, parameters and the calendar. */
export const RULEBOOK_ENTRIES_ROUTES = {
  listEntries: route({
    ...may('read'),
    method: 'GET',
    url: '/api/rulebook/entries',
    summary: 'Entries of the rulebook in reach, by word, list, county and state',
    query: EntryQuery,
    response: EntryList,
  }),
  exportEntries: route({
    ...may('export'),
    method: 'GET',
    url: '/api/rulebook/entries/export',
    summary: 'The same list as an Excel workbook',
    query: EntryQuery,
    response: XlsxFile,
    mediaType: XLSX,
  }),
  getEntry: route({
    ...may('read'),
    method: 'GET',
    url: '/api/rulebook/entries/:id',
    summary: 'An entry with its rows and those of the version in force before it',
    params: ById,
    response: Entry,
  }),
  exportEntryRows: route({
    ...may('export'),
    method: 'GET',
    url: '/api/rulebook/entries/:id/rows',
    summary: 'The rows of an entry as a workbook that can be changed and imported again',
    params: ById,
    response: XlsxFile,
    mediaType: XLSX,
  }),
  previewEntry: route({
    ...may('read'),
    method: 'GET',
    url: '/api/rulebook/entries/:id/preview',
    summary: 'What the entry would change: a sample of projects answered with it and without it',
    params: ById,
    response: EntryPreview,
  }),
  submitEntry: route({
    ...may('create'),
    method: 'POST',
    url: '/api/rulebook/entries',
    summary: 'Puts an entry before a second person',
    body: EntryForm,
    response: Created,
  }),
  decideEntry: route({
    ...may('approve'),
    method: 'POST',
    url: '/api/rulebook/entries/:id/decision',
    summary: 'Approves an entry, which then is law from its dates on, or sends it back',
    params: ById,
    body: EntryDecision,
    response: Entry,
  }),
  withdrawEntry: route({
    ...may('create'),
    method: 'POST',
    url: '/api/rulebook/entries/:id/withdrawal',
    summary: 'Takes back an entry of the own post that nobody has decided yet',
    params: ById,
    body: z.object({}),
    response: Entry,
  }),
  getEntryTemplate: route({
    ...may('create'),
    method: 'GET',
    url: '/api/rulebook/template',
    summary: 'The workbook of a list to fill in',
    query: SheetQuery,
    response: XlsxFile,
    mediaType: XLSX,
  }),
  checkEntryFile: route({
    ...may('create'),
    method: 'POST',
    url: '/api/rulebook/file-check',
    summary: 'What a filled workbook holds and what is wrong with it; nothing is kept',
    query: SheetQuery,
    upload: true,
    response: SheetCheck,
  }),
  getCalendar: route({
    tag: 'rulebook',
    access: 'public',
    method: 'GET',
    url: '/api/calendar',
    summary: 'The days of a year: worked, rest, holiday, make-up; with the notice they rest on',
    query: CalendarQuery,
    response: CalendarYear,
  }),
  countDeadline: route({
    tag: 'rulebook',
    access: 'public',
    method: 'GET',
    url: '/api/calendar/deadline',
    summary: 'The n-th working day after a date; provisional where a year has no calendar',
    query: DeadlineQuery,
    response: Deadline,
  }),
  getLawInForce: route({
    tag: 'rulebook',
    access: 'public',
    method: 'GET',
    url: '/api/law',
    summary: 'Every text that counts on a day, with source, dates and layer',
    query: LawQuery,
    response: LawInForce,
  }),
} as const;
