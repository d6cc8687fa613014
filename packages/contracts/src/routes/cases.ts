import { CaseList, CaseQuery, CaseView, NewCase } from '../cases/index.ts';
import { ById, Timeline, XlsxFile } from '../register.ts';
import { route } from '../route.ts';

const reads = { action: 'read', resource: 'eia_case' } as const;
const tag = 'cases';

/** Filing and approval of projects: what every kind of case has. */
export const CASE_ROUTES = {
  listCases: route({
    method: 'GET',
    url: '/api/cases',
    summary: 'Cases in reach, by word, county, park, kind and state',
    tag,
    access: reads,
    query: CaseQuery,
    response: CaseList,
  }),
  exportCases: route({
    method: 'GET',
    url: '/api/cases/export',
    summary: 'The same list as an Excel workbook',
    tag,
    access: { action: 'export', resource: 'eia_case' },
    query: CaseQuery,
    response: XlsxFile,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  openCase: route({
    method: 'POST',
    url: '/api/cases',
    summary: 'Opens a case; the law of the day decides how it is handled, and is kept with it',
    tag,
    access: { action: 'create', resource: 'eia_case' },
    body: NewCase,
    response: CaseView,
  }),
  getCase: route({
    method: 'GET',
    url: '/api/cases/:id',
    summary: 'One case with the answer that it rests on',
    tag,
    access: reads,
    params: ById,
    response: CaseView,
  }),
  getCaseTimeline: route({
    method: 'GET',
    url: '/api/cases/:id/timeline',
    summary: 'What happened with it, from the event log',
    tag,
    access: reads,
    params: ById,
    response: Timeline,
  }),
} as const;
