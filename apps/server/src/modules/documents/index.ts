export { certificateData, CERTIFICATE_TEMPLATE } from './certificates/paper.ts';
export type { Matter, NewCertificate } from './certificates/model.ts';
export { recordCertificateOutside, type OutsideListener } from './certificates/outside/service.ts';
export { registerCertificates } from './certificates/routes.ts';
export {
  endCertificate,
  findCertificatesAbout,
  issueCertificate,
  type CertificateLaw,
} from './certificates/service.ts';
export { openCertificateTemplates } from './certificates/templates.ts';
export { findCertificate } from './certificates/view/service.ts';
export { enterOffice, type NewIssuingOffice } from './offices/entry/store.ts';
export { DOCUMENT_TEMPLATE, documentData } from './paper/paper.ts';
export { registerDocuments } from './routes.ts';
export { documentsWork } from './work/service.ts';
export { openSealFolder } from './seals/folder.ts';
export type { Templates } from './template.ts';
export { openTemplates } from './templates.ts';
