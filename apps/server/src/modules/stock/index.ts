export { stockDossier } from './dossier/service.ts';
export type { StockDeps } from './port.ts';
export { registerStock } from './routes.ts';
