export { noPapers, type AdmissionPapers } from './model.ts';
export { registerAdmissions } from './routes.ts';
