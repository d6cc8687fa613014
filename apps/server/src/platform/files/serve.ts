import { FILE_KINDS, kindOfMediaType } from '@ludao/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse, type Refusal } from '../refusal.ts';
import type { StoredFile } from './model.ts';
import { dispositionOf } from './name.ts';
import type { Files } from './service.ts';

/** Nothing of a file runs, loads or is framed, whatever a browser takes it for. */
const POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";
/** Browsers show a PDF by a part of their own, which older ones do not start in a sandbox. */
const POLICY_OF_PDF = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/**
 * Serves a file that the caller has a right to, which is for the caller's service to say: within the
 * browser where it is a PDF or a picture, else to be saved, never as something that a page runs.
 * @returns the bytes, for the handler to return; FILE_INFECTED where a later scan found a virus
 * @throws FileStoreError DAMAGED or AWAY, before anything is sent
 */
export async function serveFile(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  files: Pick<Files, 'read'>,
  file: Pick<StoredFile, 'sha256' | 'bytes' | 'mediaType' | 'name' | 'scan'>,
): Promise<Buffer | Refusal> {
  if (file.scan === 'INFECTED') return refuse('FILE_INFECTED', {}, 409);
  const tag = `"${file.sha256}"`;
  const isKnown = knows(request, tag);
  const bytes = isKnown ? Buffer.alloc(0) : await files.read(file);
  const kind = kindOfMediaType(file.mediaType);
  const isInline = kind !== undefined && FILE_KINDS[kind].isInline;
  void reply
    .code(isKnown ? 304 : 200)
    .type(kind === undefined ? 'application/octet-stream' : file.mediaType)
    .header('content-disposition', dispositionOf(file.name, isInline))
    .header('content-security-policy', kind === 'PDF' ? POLICY_OF_PDF : POLICY)
    .header('x-content-type-options', 'nosniff')
    // Asked for anew each time: a right may have ended, and a virus may have been found.
    .header('cache-control', 'private, no-cache')
    .header('etag', tag);
  return bytes;
}

function knows({ headers }: FastifyRequest, tag: string): boolean {
  const given = headers['if-none-match'] ?? '';
  return given.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
