export { registerScreening } from './routes.ts';
export { screen } from './service.ts';
