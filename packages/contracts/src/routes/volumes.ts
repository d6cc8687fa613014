import { z } from 'zod';
import {
  PublicDocuments,
  PublicVersion,
  PublicVersionCheck,
  PublicVersionForm,
  VolumeClosing,
  VolumeList,
  VolumeQuery,
  VolumeView,
} from '../documents/index.ts';
import { ById, ListQuery, XlsxFile } from '../register.ts';
import { route } from '../route.ts';

const reads = { action: 'read', resource: 'document' } as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const File = (description: string) => z.any().meta({ description });
const tag = 'documents';

/** What becomes of documents: packed for the archive, and read by everybody. */
export const VOLUME_ROUTES = {
  listVolumes: route({
    method: 'GET',
    url: '/api/volumes',
    summary: 'Volumes 案卷 of the offices in reach',
    tag,
    access: reads,
    query: VolumeQuery,
    response: VolumeList,
  }),
  exportVolumes: route({
    method: 'GET',
    url: '/api/volumes/export',
    summary: 'The same list as an Excel workbook',
    tag,
    access: { action: 'export', resource: 'document' },
    query: VolumeQuery,
    response: XlsxFile,
    mediaType: XLSX,
  }),
  getVolume: route({
    method: 'GET',
    url: '/api/volumes/:id',
    summary: 'A volume with its documents, and what still keeps it from being closed',
    tag,
    access: reads,
    params: ById,
    response: VolumeView,
  }),
  closeVolume: route({
    method: 'POST',
    url: '/api/volumes/:id/closing',
    summary: 'Archives all documents of the volume and packs them',
    tag,
    access: { action: 'issue', resource: 'document' },
    params: ById,
    body: VolumeClosing,
    response: VolumeView,
  }),
  downloadVolume: route({
    method: 'GET',
    url: '/api/volumes/:id/archive',
    summary: 'The closed volume as ZIP: papers, scans, receipts, list of contents and checksums',
    tag,
    access: { action: 'export', resource: 'document' },
    params: ById,
    response: File('A ZIP with SHA256SUMS.txt in it.'),
    mediaType: 'application/zip',
  }),
  getPublicVersion: route({
    method: 'GET',
    url: '/api/documents/:id/public-version',
    summary: 'The paper’s paragraphs, what is blacked out of them, and what should be',
    tag,
    access: reads,
    params: ById,
    response: PublicVersion,
  }),
  savePublicVersion: route({
    method: 'POST',
    url: '/api/documents/:id/public-version',
    summary: 'Blacks out what the public may not read; to be checked by somebody else',
    tag,
    access: { action: 'update', resource: 'document' },
    params: ById,
    body: PublicVersionForm,
    response: PublicVersion,
  }),
  checkPublicVersion: route({
    method: 'POST',
    url: '/api/documents/:id/public-version/check',
    summary: 'Passes the public version that another person made',
    tag,
    access: { action: 'review', resource: 'document' },
    params: ById,
    body: PublicVersionCheck,
    response: PublicVersion,
  }),
  listPublicDocuments: route({
    method: 'GET',
    url: '/api/public-documents',
    summary: 'Documents that are published, newest first',
    tag,
    access: 'public',
    query: ListQuery,
    response: PublicDocuments,
  }),
  exportPublicDocuments: route({
    method: 'GET',
    url: '/api/public-documents/export',
    summary: 'The list of published documents as open data',
    tag,
    access: 'public',
    query: ListQuery,
    response: File('CSV in UTF-8 with a byte order mark.'),
    mediaType: 'text/csv; charset=utf-8',
  }),
  printPublicDocument: route({
    method: 'GET',
    url: '/api/public-documents/:id/pdf',
    summary: 'A published document with black bars where something was left out',
    tag,
    access: 'public',
    params: ById,
    attemptsPerMinute: 60,
    response: File('An A4 document.'),
    mediaType: 'application/pdf',
  }),
} as const;
