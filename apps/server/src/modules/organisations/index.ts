export type { NewDelegation, NewOrganisation, NewPost } from './entries.ts';
export { enterDelegations, enterOrganisations, enterPosts } from './entry-store.ts';
export { hashPassword } from './password.ts';
export { registerOrganisations } from './routes.ts';
export { openOrganisations, type OrganisationsService } from './service.ts';
export { openOidc } from './sign-on/oidc.ts';
export { openSignOnAccounts } from './sign-on/accounts/service.ts';
export { registerSignOn } from './sign-on/routes.ts';
export { openSignOn } from './sign-on/service.ts';
