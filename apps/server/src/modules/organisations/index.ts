export {
  carryBack,
  carryOver,
  changeOrganisations,
  FOLLOW_COUNTY,
  type Carried,
} from './county-store.ts';
export type { NewDelegation, NewOrganisation, NewPost } from './entries.ts';
export { enterDelegations, enterOrganisations, enterPosts } from './entry-store.ts';
export {
  enterFirstOfficer,
  renewOfficer,
  type FirstOfficer,
  type HandedOut,
} from './first-account/service.ts';
export { organisationsDossier } from './dossier/service.ts';
export { organisationsTasks } from './tasks/service.ts';
export { tellEndingDelegations } from './delegations/service.ts';
export { hashPassword } from './password.ts';
export { holdersOn } from './posts/store.ts';
export { mayReview, type Act } from './posts/review.ts';
export { registerOrganisations, registerPeople } from './routes.ts';
export { recordSecurity } from './security-log/record.ts';
export { trimSecurityLog } from './security-log/service.ts';
export { openOrganisations, type OrganisationsService } from './service.ts';
export { openOidc } from './sign-on/oidc.ts';
export { openSignOnAccounts } from './sign-on/accounts/service.ts';
export { registerSignOn } from './sign-on/routes.ts';
export { openSignOn } from './sign-on/service.ts';
export type { ContactsPort } from './personal-data/contacts-port.ts';
export type { RevealLimit } from './personal-data/model.ts';
export { recordErasure, recordReveal } from './personal-data/reveal/store.ts';
export { registerPersonalData } from './personal-data/routes.ts';
export { openPersonalData } from './personal-data/service.ts';
export { refuseLate, timelineOf } from './history.ts';
export { listParkPostChoices, setParkPosts } from './park-posts.ts';
export { findPartners, takePartner, type Partner } from './partners.ts';
