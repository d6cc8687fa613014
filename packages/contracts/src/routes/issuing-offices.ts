import {
  IssuingOffice,
  IssuingOfficeForm,
  IssuingOffices,
  NumberRow,
  NumberVoid,
  SeriesForm,
} from '../documents/index.ts';
import { ById } from '../register.ts';
import { route } from '../route.ts';

const tag = 'documents';

export const ISSUING_OFFICE_ROUTES = {
  listIssuingOffices: route({
    method: 'GET',
    url: '/api/issuing-offices',
    summary: 'How each office in reach names itself on paper, and its number series',
    tag,
    access: { action: 'read', resource: 'issuing_office' },
    response: IssuingOffices,
  }),
  changeIssuingOffice: route({
    method: 'POST',
    url: '/api/issuing-offices/:id',
    summary: 'Sets issuer line, review authority, court and contact of an office',
    tag,
    access: { action: 'update', resource: 'issuing_office' },
    params: ById,
    body: IssuingOfficeForm,
    response: IssuingOffice,
  }),
  setNumberSeries: route({
    method: 'POST',
    url: '/api/issuing-offices/:id/series',
    summary: 'Sets the pattern of a series and the last number used elsewhere in a year',
    tag,
    access: { action: 'update', resource: 'issuing_office' },
    params: ById,
    body: SeriesForm,
    response: IssuingOffice,
  }),
  voidNumber: route({
    method: 'POST',
    url: '/api/issuing-offices/:id/voided-numbers',
    summary: 'Takes the next number and keeps it as void with the reason',
    tag,
    access: { action: 'update', resource: 'issuing_office' },
    params: ById,
    body: NumberVoid,
    response: NumberRow,
  }),
} as const;
