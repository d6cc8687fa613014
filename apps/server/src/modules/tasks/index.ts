export type { TaskSource, Today } from './door.ts';
export { registerTasks } from './routes.ts';
