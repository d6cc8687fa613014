import { EventLogPage, EventLogQuery } from '../event-log.ts';
import { XLSX, XlsxFile } from '../register.ts';
import { route } from '../route.ts';

export const EVENT_LOG_ROUTES = {
  readEventLog: route({
    method: 'GET',
    url: '/api/event-log',
    summary: 'A page of the whole event log, newest first; that it was read is recorded',
    tag: 'people',
    access: { action: 'read', resource: 'event_log' },
    query: EventLogQuery,
    response: EventLogPage,
  }),
  exportEventLog: route({
    method: 'GET',
    url: '/api/event-log/export',
    summary: 'The same page as an Excel workbook',
    tag: 'people',
    access: { action: 'export', resource: 'event_log' },
    query: EventLogQuery,
    response: XlsxFile,
    mediaType: XLSX,
  }),
} as const;
