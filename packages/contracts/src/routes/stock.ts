import { z } from 'zod';
import { ById, XlsxFile } from '../register.ts';
import { route } from '../route.ts';
import {
  ParkStock,
  StockCommit,
  StockImport,
  StockLanguage,
  StockParkList,
  StockParkQuery,
  StockScans,
  StockUpload,
} from '../stock/forms.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const tag = 'stock';
const READ = { action: 'read', resource: 'stock' } as const;
const CREATE = { action: 'create', resource: 'stock' } as const;
const UPDATE = { action: 'update', resource: 'stock' } as const;
const IMPORT = { action: 'import', resource: 'stock' } as const;

/** What exists when a park joins: workbook, scans, dry run, commit; and the balance of its park. */
export const STOCK_ROUTES = {
  listStockParks: route({
    method: 'GET',
    url: '/api/stock-parks',
    summary: 'Parks in reach with how far their stock is taken over, the unreconciled first',
    tag,
    access: READ,
    query: StockParkQuery,
    response: StockParkList,
  }),
  getParkStock: route({
    method: 'GET',
    url: '/api/stock-parks/:id',
    summary: 'The balance of a park: what is allowed, what its tenants hold, who lacks what',
    tag,
    access: READ,
    params: ById,
    response: ParkStock,
  }),
  getStockTemplate: route({
    method: 'GET',
    url: '/api/stock-parks/:id/template',
    summary: 'The workbook to fill in, with the park’s tenants to choose from',
    tag,
    access: CREATE,
    params: ById,
    query: StockLanguage,
    response: XlsxFile,
    mediaType: XLSX,
  }),
  sendStock: route({
    method: 'POST',
    url: '/api/stock-parks/:id/imports',
    summary:
      'Takes a workbook of at most 10 MB and checks it; the same file finds its import again',
    tag,
    access: CREATE,
    params: ById,
    query: StockUpload,
    upload: true,
    response: StockImport,
  }),
  getStockImport: route({
    method: 'GET',
    url: '/api/stock-imports/:id',
    summary: 'What a commit would do, row by row, as the register stands now',
    tag,
    access: READ,
    params: ById,
    response: StockImport,
  }),
  getStockWorkbook: route({
    method: 'GET',
    url: '/api/stock-imports/:id/workbook',
    summary: 'The workbook as it was sent, with what is wrong beside each row',
    tag,
    access: CREATE,
    params: ById,
    query: StockLanguage,
    response: XlsxFile,
    mediaType: XLSX,
  }),
  correctStock: route({
    method: 'POST',
    url: '/api/stock-imports/:id/workbook',
    summary: 'Takes the corrected workbook in the place of the one before',
    tag,
    access: UPDATE,
    params: ById,
    query: z.object({}),
    upload: true,
    response: StockImport,
  }),
  addStockScans: route({
    method: 'POST',
    url: '/api/stock-imports/:id/scans',
    summary: 'Adds scans that were sent beforehand; rows name them by file name',
    tag,
    access: UPDATE,
    params: ById,
    body: StockScans,
    response: StockImport,
  }),
  cancelStock: route({
    method: 'POST',
    url: '/api/stock-imports/:id/cancellation',
    summary: 'Ends the import without writing anything',
    tag,
    access: UPDATE,
    params: ById,
    response: StockImport,
  }),
  commitStock: route({
    method: 'POST',
    url: '/api/stock-imports/:id/commit',
    summary: 'Writes every row in one transaction, as it was shown, or nothing',
    tag,
    access: IMPORT,
    params: ById,
    body: StockCommit,
    response: StockImport,
  }),
  removePresentTenant: route({
    method: 'POST',
    url: '/api/present-tenants/:id/removal',
    summary: 'Takes imported shares back that are wrong, before the park is reconciled',
    tag,
    access: IMPORT,
    params: ById,
    response: ParkStock,
  }),
} as const;
