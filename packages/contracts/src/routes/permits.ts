import {
  ApplicantStep,
  OfficerStep,
  PermitApplicationForm,
  PermitDecision,
  PermitPaper,
  PermitQuery,
} from '../permits/forms.ts';
import { PermitDay, PermitList, PermitOpened, PermitView } from '../permits/views.ts';
import { ById, Created, Timeline, XLSX, XlsxFile } from '../register.ts';
import { route } from '../route.ts';

const tag = 'permits';
const reads = { action: 'read', resource: 'permit' } as const;

export const PERMIT_ROUTES = {
  listPermits: route({
    method: 'GET',
    url: '/api/permits',
    summary:
      'Discharge permits and registrations in reach, by word, category, state, end and county',
    tag,
    access: reads,
    query: PermitQuery,
    response: PermitList,
  }),
  exportPermits: route({
    method: 'GET',
    url: '/api/permits/export',
    summary: 'The same list as an Excel workbook',
    tag,
    access: { action: 'export', resource: 'permit' },
    query: PermitQuery,
    response: XlsxFile,
    mediaType: XLSX,
  }),
  getPermit: route({
    method: 'GET',
    url: '/api/permits/:id',
    summary: 'A permit with what it permits on a day, its versions and its applications',
    tag,
    access: reads,
    params: ById,
    query: PermitDay,
    response: PermitView,
  }),
  getPermitTimeline: route({
    method: 'GET',
    url: '/api/permits/:id/timeline',
    summary: 'What happened to the permit, newest first, from the event log',
    tag,
    access: reads,
    params: ById,
    response: Timeline,
  }),
  openPermitApplication: route({
    method: 'POST',
    url: '/api/permits',
    summary: 'Begins an application or a registration for a place of one’s own, as a draft',
    tag,
    access: { action: 'create', resource: 'permit' },
    body: PermitApplicationForm,
    response: PermitOpened,
  }),
  stepPermitApplication: route({
    method: 'POST',
    url: '/api/permit-applications/:id',
    summary: 'What the applicant does: saves, submits, completes, withdraws, enters the number',
    tag,
    access: { action: 'update', resource: 'permit' },
    params: ById,
    body: ApplicantStep,
    response: PermitView,
  }),
  handlePermitApplication: route({
    method: 'POST',
    url: '/api/permit-applications/:id/handling',
    summary:
      'What the officer does: asks once, accepts, checks on site, proposes, enters the number',
    tag,
    access: { action: 'review', resource: 'permit' },
    params: ById,
    body: OfficerStep,
    response: PermitView,
  }),
  decidePermitApplication: route({
    method: 'POST',
    url: '/api/permit-applications/:id/decision',
    summary: 'Grants or refuses what another person proposed, or sends it back',
    tag,
    access: { action: 'sign', resource: 'permit' },
    params: ById,
    body: PermitDecision,
    response: PermitView,
  }),
  draftPermitPaper: route({
    method: 'POST',
    url: '/api/permit-applications/:id/papers',
    summary: 'Drafts the notice of what is missing, or the refusal, with what the application says',
    tag,
    access: { action: 'review', resource: 'permit' },
    params: ById,
    body: PermitPaper,
    response: Created,
  }),
} as const;
