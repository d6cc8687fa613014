import {
  AcceptableApprovals,
  CompletionForm,
  CompletionList,
  CompletionQuery,
  CompletionStep,
  CompletionView,
  PublicCompletionQuery,
  PublicCompletions,
  PublicPaperQuery,
} from '../completion/index.ts';
import { AnyFile } from '../files.ts';
import { ById, Timeline, XLSX, XlsxFile } from '../register.ts';
import { route } from '../route.ts';

const reads = { action: 'read', resource: 'completion_acceptance' } as const;
const creates = { action: 'create', resource: 'completion_acceptance' } as const;
const tag = 'completions';

/** Completion acceptance 竣工环境保护验收: the proponent's steps, and what everybody reads of it. */
export const COMPLETION_ROUTES = {
  listCompletions: route({
    method: 'GET',
    url: '/api/completions',
    summary: 'Acceptances in reach, what is due first at the top',
    tag,
    access: reads,
    query: CompletionQuery,
    response: CompletionList,
  }),
  exportCompletions: route({
    method: 'GET',
    url: '/api/completions/export',
    summary: 'The same list as an Excel workbook',
    tag,
    access: { action: 'export', resource: 'completion_acceptance' },
    query: CompletionQuery,
    response: XlsxFile,
    mediaType: XLSX,
  }),
  listAcceptableApprovals: route({
    method: 'GET',
    url: '/api/acceptable-approvals',
    summary: 'Approvals of the asker’s own projects that are not accepted yet',
    tag,
    access: creates,
    response: AcceptableApprovals,
  }),
  openCompletion: route({
    method: 'POST',
    url: '/api/completions',
    summary: 'Publishes the completion day of a project: its acceptance begins',
    tag,
    access: creates,
    body: CompletionForm,
    response: CompletionView,
  }),
  getCompletion: route({
    method: 'GET',
    url: '/api/completions/:id',
    summary: 'One acceptance with its clocks',
    tag,
    access: reads,
    params: ById,
    response: CompletionView,
  }),
  getCompletionTimeline: route({
    method: 'GET',
    url: '/api/completions/:id/timeline',
    summary: 'What happened with it, from the event log',
    tag,
    access: reads,
    params: ById,
    response: Timeline,
  }),
  takeCompletionStep: route({
    method: 'POST',
    url: '/api/completions/:id/steps',
    summary: 'One step of the proponent: commissioning, report, publicity, filing, or taking back',
    tag,
    access: { action: 'update', resource: 'completion_acceptance' },
    params: ById,
    body: CompletionStep,
    response: CompletionView,
  }),
  listPublicCompletions: route({
    method: 'GET',
    url: '/api/public/completions',
    summary: 'Acceptance reports that are public',
    tag,
    access: 'public',
    query: PublicCompletionQuery,
    response: PublicCompletions,
  }),
  getPublicCompletionPaper: route({
    method: 'GET',
    url: '/api/public/completions/:id/paper',
    summary: 'One of the three papers of a public acceptance report',
    tag,
    access: 'public',
    params: ById,
    query: PublicPaperQuery,
    response: AnyFile,
    mediaType: 'application/octet-stream',
  }),
} as const;
