export type { Rulebook } from './model.ts';
export { registerRulebook } from './routes.ts';
export { openRulebook, type RulebookService } from './service.ts';
