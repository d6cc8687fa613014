import { z } from 'zod';

/** The certificate that a case left, and whether the official system has it yet. */
export const CertificateRecord = z.object({
  id: z.uuid(),
  number: z.string(),
  mode: z.enum(['OWN', 'RECORD', 'FRONT']),
  officialNumber: z.string().nullable(),
  officialOn: z.iso.date().nullable(),
});
export type CertificateRecord = z.infer<typeof CertificateRecord>;
