import {
  CaseVersion,
  CaseView,
  Filing,
  FilingChange,
  FilingView,
  FilingVoid,
  PublicCaseQuery,
  PublicCases,
  Refiling,
} from '../cases/index.ts';
import { ById } from '../register.ts';
import { route } from '../route.ts';

const updates = { action: 'update', resource: 'eia_case' } as const;
const tag = 'cases';

/** Registration forms, also with commitment; and what all kinds of cases share besides. */
export const CASE_FILING_ROUTES = {
  getFiling: route({
    method: 'GET',
    url: '/api/cases/:id/filing',
    summary: 'The registration form of a case, and its receipts',
    tag,
    access: { action: 'read', resource: 'eia_case' },
    params: ById,
    response: FilingView,
  }),
  changeFiling: route({
    method: 'POST',
    url: '/api/cases/:id/filing',
    summary: 'Saves what is filled in so far',
    tag,
    access: updates,
    params: ById,
    body: FilingChange,
    response: CaseView,
  }),
  fileCase: route({
    method: 'POST',
    url: '/api/cases/:id/filing/submission',
    summary: 'Files the form: the receipt is numbered at once, or prepared for the official system',
    tag,
    access: updates,
    params: ById,
    body: Filing,
    response: CaseView,
  }),
  refileCase: route({
    method: 'POST',
    url: '/api/cases/:id/refiling',
    summary: 'Begins the filing that takes the place of this one, because somebody changed',
    tag,
    access: updates,
    params: ById,
    body: Refiling,
    response: CaseView,
  }),
  voidFiling: route({
    method: 'POST',
    url: '/api/cases/:id/voiding',
    summary: 'Declares a filing void; the receipt is revoked',
    tag,
    access: { action: 'sign', resource: 'eia_case' },
    params: ById,
    body: FilingVoid,
    response: CaseView,
  }),
  renewCaseAnswer: route({
    method: 'POST',
    url: '/api/cases/:id/answer',
    summary: 'Asks the law of today again about the same project, and keeps that answer',
    tag,
    access: updates,
    params: ById,
    body: CaseVersion,
    response: CaseView,
  }),
  discardCase: route({
    method: 'POST',
    url: '/api/cases/:id/discarding',
    summary: 'Gives up a case that was not handed in',
    tag,
    access: updates,
    params: ById,
    body: CaseVersion,
    response: CaseView,
  }),
  listPublicCases: route({
    method: 'GET',
    url: '/api/public-cases',
    summary: 'Filings and approvals that everybody may know of',
    tag,
    access: 'public',
    query: PublicCaseQuery,
    response: PublicCases,
  }),
} as const;
