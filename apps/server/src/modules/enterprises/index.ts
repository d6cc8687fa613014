export { enterprisesDossier } from './dossier/service.ts';
export { enterprisesTasks } from './tasks/service.ts';
export { enterEnterprises } from './entry-store.ts';
export type { NewEnterprise } from './model.ts';
export type { KnownCodes } from './profile-decide.ts';
export { registerEnterprises } from './routes.ts';
export { countByCounty } from './service.ts';
export { registerImports } from './import/routes.ts';
export { createImportRunner, runImport, type ImportRunner } from './import/runner.ts';
