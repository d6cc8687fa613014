import { z } from 'zod';
import { DossierEvents, DossierEventsQuery, DossierQuery, DossierView } from '../dossier.ts';
import { ById } from '../register.ts';
import { route } from '../route.ts';

const PDF = 'application/pdf';
const PdfFile = z.any().meta({ description: 'An A4 document.' });

export const DOSSIER_ROUTES = {
  getEnterpriseFile: route({
    method: 'GET',
    url: '/api/enterprises/:id/file',
    summary: 'All that the reader may see of an enterprise, as it was on a day',
    tag: 'dossier',
    access: { action: 'read', resource: 'enterprise' },
    params: ById,
    query: DossierQuery,
    response: DossierView,
  }),
  listEnterpriseFileEvents: route({
    method: 'GET',
    url: '/api/enterprises/:id/file/events',
    summary: 'What happened to the enterprise before an event of its file',
    tag: 'dossier',
    access: { action: 'read', resource: 'enterprise' },
    params: ById,
    query: DossierEventsQuery,
    response: DossierEvents,
  }),
  printEnterpriseFile: route({
    method: 'POST',
    url: '/api/enterprises/:id/file/pdf',
    summary: 'The file of an enterprise as a Chinese A4 document; the log keeps who printed it',
    tag: 'dossier',
    access: { action: 'read', resource: 'enterprise' },
    params: ById,
    query: DossierQuery,
    response: PdfFile,
    mediaType: PDF,
  }),
  getParkFile: route({
    method: 'GET',
    url: '/api/parks/:id/file',
    summary: 'All that the reader may see of a park, as it was on a day',
    tag: 'dossier',
    access: { action: 'read', resource: 'park' },
    params: ById,
    query: DossierQuery,
    response: DossierView,
  }),
  listParkFileEvents: route({
    method: 'GET',
    url: '/api/parks/:id/file/events',
    summary: 'What happened to the park before an event of its file',
    tag: 'dossier',
    access: { action: 'read', resource: 'park' },
    params: ById,
    query: DossierEventsQuery,
    response: DossierEvents,
  }),
  printParkFile: route({
    method: 'POST',
    url: '/api/parks/:id/file/pdf',
    summary: 'The file of a park as a Chinese A4 document; the log keeps who printed it',
    tag: 'dossier',
    access: { action: 'read', resource: 'park' },
    params: ById,
    query: DossierQuery,
    response: PdfFile,
    mediaType: PDF,
  }),
} as const;
