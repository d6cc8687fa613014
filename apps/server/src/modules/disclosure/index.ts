export { registerDisclosure } from './routes.ts';
