import { z } from 'zod';
import { CertificateOfficialNumber, CertificateView } from '../documents/index.ts';
import { ById } from '../register.ts';
import { route } from '../route.ts';

const reads = { action: 'read', resource: 'certificate' } as const;
const tag = 'documents';

export const CERTIFICATE_ROUTES = {
  getCertificate: route({
    method: 'GET',
    url: '/api/certificates/:id',
    summary: 'A receipt or certificate that the platform gave at once',
    tag,
    access: reads,
    params: ById,
    response: CertificateView,
  }),
  printCertificate: route({
    method: 'GET',
    url: '/api/certificates/:id/pdf',
    summary: 'The same as PDF, with the code by which anybody can verify it',
    tag,
    access: reads,
    params: ById,
    response: z.any().meta({ description: 'An A4 document.' }),
    mediaType: 'application/pdf',
  }),
  recordCertificateOutside: route({
    method: 'POST',
    url: '/api/certificates/:id/official-number',
    summary: 'Closes a filing of an official system with the number it gave, or corrects it',
    tag,
    access: { action: 'update', resource: 'certificate' },
    params: ById,
    body: CertificateOfficialNumber,
    response: CertificateView,
  }),
} as const;
