export { block, cell } from './cell.ts';
export type {
  DossierContribution,
  DossierSection,
  DossierSubject,
  EventTeller,
  Reading,
} from './door.ts';
export { registerDossiers } from './routes.ts';
