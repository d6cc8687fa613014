import { ROUTES } from '@ludao/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

/** Kinds in force today, and the offices that the reader drafts for. */
export const kindsQuery = queryOptions({
  queryKey: ['document-kinds'],
  queryFn: ({ signal }) => ask(ROUTES.listDocumentKinds, {}, signal),
  staleTime: 60_000,
});

export const officesQuery = queryOptions({
  queryKey: ['issuing-offices'],
  queryFn: ({ signal }) => ask(ROUTES.listIssuingOffices, {}, signal),
});

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: ({ signal }) => ask(ROUTES.getDocument, { params: { id } }, signal),
  });

export const certificateQuery = (id: string) =>
  queryOptions({
    queryKey: ['certificate', id],
    queryFn: ({ signal }) => ask(ROUTES.getCertificate, { params: { id } }, signal),
  });

export const volumeQuery = (id: string) =>
  queryOptions({
    queryKey: ['volume', id],
    queryFn: ({ signal }) => ask(ROUTES.getVolume, { params: { id } }, signal),
  });

export const publicVersionQuery = (id: string) =>
  queryOptions({
    queryKey: ['public-version', id],
    queryFn: ({ signal }) => ask(ROUTES.getPublicVersion, { params: { id } }, signal),
  });
