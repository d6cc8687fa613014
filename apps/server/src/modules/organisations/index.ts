export type { NewDelegation, NewOrganisation, NewPost } from './entries.ts';
export { enterDelegations, enterOrganisations, enterPosts } from './entry-store.ts';
export { hashPassword } from './password.ts';
export { registerOrganisations } from './routes.ts';
export { openOrganisations, type OrganisationsService } from './service.ts';
