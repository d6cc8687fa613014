import { Distinct, DuplicateList, DuplicateQuery, Merge, MergeUndo } from '../merging.ts';
import { Done } from '../people/session.ts';
import { ById, EnterpriseDetail, XlsxFile } from '../register.ts';
import { route } from '../route.ts';

const merges = { action: 'merge', resource: 'enterprise' } as const;

export const MERGING_ROUTES = {
  listDuplicates: route({
    method: 'GET',
    url: '/api/enterprise-duplicates',
    summary: 'Pairs of entries in reach that may be one enterprise, with the reasons',
    tag: 'enterprises',
    access: merges,
    query: DuplicateQuery,
    response: DuplicateList,
  }),
  exportDuplicates: route({
    method: 'GET',
    url: '/api/enterprise-duplicates/export',
    summary: 'The same pairs as an Excel workbook',
    tag: 'enterprises',
    access: merges,
    query: DuplicateQuery,
    response: XlsxFile,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  mergeEnterprise: route({
    method: 'POST',
    url: '/api/enterprises/:id/merge',
    summary: 'Takes another entry of the same enterprise over; its history stays readable here',
    tag: 'enterprises',
    access: merges,
    params: ById,
    body: Merge,
    response: EnterpriseDetail,
  }),
  undoMerge: route({
    method: 'POST',
    url: '/api/enterprises/:id/merge/undo',
    summary: 'Puts a merge right by the office that made it, while nothing changed since',
    tag: 'enterprises',
    access: merges,
    params: ById,
    body: MergeUndo,
    response: EnterpriseDetail,
  }),
  markDistinct: route({
    method: 'POST',
    url: '/api/enterprises/:id/distinct',
    summary: 'Says that two entries are two enterprises, so that they are not asked about again',
    tag: 'enterprises',
    access: merges,
    params: ById,
    body: Distinct,
    response: Done,
  }),
} as const;
