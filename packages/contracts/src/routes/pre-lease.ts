import {
  PreLeaseCheck,
  PreLeaseForm,
  PreLeaseList,
  PreLeaseQuery,
  UnitList,
} from '../pre-lease.ts';
import { ById, XlsxFile } from '../register.ts';
import { route } from '../route.ts';

export const PRE_LEASE_ROUTES = {
  listPreLeaseChecks: route({
    method: 'GET',
    url: '/api/pre-lease-checks',
    summary: 'Checks made before a lease, in reach, by word, county and opinion',
    tag: 'parks',
    access: { action: 'read', resource: 'pre_lease_check' },
    query: PreLeaseQuery,
    response: PreLeaseList,
  }),
  exportPreLeaseChecks: route({
    method: 'GET',
    url: '/api/pre-lease-checks/export',
    summary: 'The same list as an Excel workbook',
    tag: 'parks',
    access: { action: 'export', resource: 'pre_lease_check' },
    query: PreLeaseQuery,
    response: XlsxFile,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  listUnitsToLet: route({
    method: 'GET',
    url: '/api/units-to-let',
    summary: 'Units that the asker lets or operates, the empty ones first',
    tag: 'parks',
    access: { action: 'create', resource: 'pre_lease_check' },
    response: UnitList,
  }),
  makePreLeaseCheck: route({
    method: 'POST',
    url: '/api/pre-lease-checks',
    summary: 'Checks a tenant before the lease is signed, and keeps the opinion',
    tag: 'parks',
    access: { action: 'create', resource: 'pre_lease_check' },
    body: PreLeaseForm,
    response: PreLeaseCheck,
  }),
  getPreLeaseCheck: route({
    method: 'GET',
    url: '/api/pre-lease-checks/:id',
    summary: 'One opinion, as it was on its day',
    tag: 'parks',
    access: { action: 'read', resource: 'pre_lease_check' },
    params: ById,
    response: PreLeaseCheck,
  }),
} as const;
