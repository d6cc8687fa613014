export { COUNT_GIVEN_UP } from './delivery/service.ts';
export type { Notice, Recipients } from './model.ts';
export { registerNotifications } from './routes.ts';
export { eraseMessages, notify, readOwnMessages } from './service.ts';
