export type { NewContact, Place, Subject, TakenContact } from './model.ts';
export { registerContacts } from './routes.ts';
export { contactsForSheet, giveContactsBack, personalContacts, takeContacts } from './service.ts';
export { enterContacts } from './store.ts';
