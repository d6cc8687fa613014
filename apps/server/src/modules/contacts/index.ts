export type { NewContact, Place, Subject } from './model.ts';
export { registerContacts } from './routes.ts';
export { contactsForSheet, personalContacts } from './service.ts';
export { enterContacts } from './store.ts';
