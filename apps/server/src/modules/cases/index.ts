export { registerEffects } from './effects/routes.ts';
export { registerCases, type CaseDeps } from './routes.ts';
export type { AskTheLaw } from './service.ts';
