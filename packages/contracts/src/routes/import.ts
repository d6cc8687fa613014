import { z } from 'zod';
import {
  ByImportRow,
  CommitImport,
  ImportList,
  ImportRow,
  ImportRows,
  ImportRowsQuery,
  ImportView,
  RowCorrection,
  UploadQuery,
} from '../import.ts';
import { ById, XlsxFile } from '../register.ts';
import { route } from '../route.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const access = { action: 'import', resource: 'enterprise' } as const;
const shared = { tag: 'enterprise imports', access } as const;

/** Enterprises from Excel: template, upload, dry run, correction, commit. */
export const IMPORT_ROUTES = {
  getImportTemplate: route({
    ...shared,
    method: 'GET',
    url: '/api/enterprise-imports/template',
    summary: 'The workbook to fill in, with the parks and counties that the asker may choose',
    response: XlsxFile,
    mediaType: XLSX,
  }),
  uploadImport: route({
    ...shared,
    method: 'POST',
    url: '/api/enterprise-imports',
    summary: 'Takes a file of at most 20 MB; an unfinished import of the same file is gone on with',
    query: UploadQuery,
    upload: true,
    response: ImportView,
  }),
  listImports: route({
    ...shared,
    method: 'GET',
    url: '/api/enterprise-imports',
    summary: 'The last 50 imports of the asker’s organisation',
    response: ImportList,
  }),
  getImport: route({
    ...shared,
    method: 'GET',
    url: '/api/enterprise-imports/:id',
    summary: 'State, progress and what a commit would do',
    params: ById,
    response: ImportView,
  }),
  listImportRows: route({
    ...shared,
    method: 'GET',
    url: '/api/enterprise-imports/:id/rows',
    summary: 'Rows with what is wrong in them, by outcome',
    params: ById,
    query: ImportRowsQuery,
    response: ImportRows,
  }),
  getFaultyRows: route({
    ...shared,
    method: 'GET',
    url: '/api/enterprise-imports/:id/faulty-rows',
    summary: 'The faulty rows as a workbook that says what is wrong, to be corrected and sent back',
    params: ById,
    response: XlsxFile,
    mediaType: XLSX,
  }),
  correctImport: route({
    ...shared,
    method: 'POST',
    url: '/api/enterprise-imports/:id/corrections',
    summary: 'Takes the corrected workbook; only the rows in it are replaced',
    params: ById,
    query: z.object({}),
    upload: true,
    response: ImportView,
  }),
  correctImportRow: route({
    ...shared,
    method: 'POST',
    url: '/api/enterprise-imports/:id/rows/:row',
    summary: 'Corrects one row; the columns that are not given stay',
    params: ByImportRow,
    body: RowCorrection,
    response: ImportRow,
  }),
  commitImport: route({
    ...shared,
    method: 'POST',
    url: '/api/enterprise-imports/:id/commit',
    summary: 'Writes all good rows, or those named, in one transaction',
    params: ById,
    body: CommitImport,
    response: ImportView,
  }),
  cancelImport: route({
    ...shared,
    method: 'POST',
    url: '/api/enterprise-imports/:id/cancel',
    summary: 'Ends the import without writing anything; the file and its rows are deleted',
    params: ById,
    response: ImportView,
  }),
} as const;
