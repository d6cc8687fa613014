import type { FastifyReply } from 'fastify';
import { PdfQueueFull } from './pdf.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Too many documents are being set: come again. @throws whatever else went wrong */
export function refuseWhereFull(error: unknown, reply: FastifyReply): Refusal {
  if (!(error instanceof PdfQueueFull)) throw error;
  void reply.header('retry-after', error.retryAfterSeconds);
  return refuse('BUSY', {}, 503);
}
