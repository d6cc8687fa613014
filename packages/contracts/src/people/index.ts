export type { Bilingual } from './bilingual.ts';
export { KIND_NAMES, ORGANISATION_KINDS, type OrganisationKind } from './organisation-kinds.ts';
export {
  PARK_POSTS,
  ROLES,
  ROLE_NAMES,
  rolesAt,
  THREE_OFFICERS,
  type Reach,
  type Role,
} from './roles.ts';
export {
  can,
  GRANTS,
  mayEver,
  rolesFor,
  relationsTo,
  type Action,
  type Owned,
  type ReachingPost,
  type Relation,
  type Resource,
  type Subject,
} from './rights.ts';
export {
  DemoAccounts,
  HeldPost,
  PASSWORD_RULE,
  passwordFault,
  SecondFactorSecret,
  SessionView,
  SignIn,
} from './session.ts';
export { SignOnAccount, SignOnAccounts, SignOnAccountsQuery, SignOnOffer } from './sign-on.ts';
export {
  POST_COLUMNS,
  POST_STATES,
  PostChoices,
  PostDetail,
  PostList,
  PostQuery,
  PostRow,
  type Appointing,
  type HandOver,
  type Holding,
  type HoldingEnd,
  type Part,
  type PostForm,
  type PostState,
} from './posts.ts';
export {
  Colleague,
  ColleagueDetail,
  ColleagueList,
  ColleagueQuery,
  OwnAbsences,
  type Absence,
  type AbsenceForm,
} from './colleagues.ts';
export {
  ACCOUNT_STATES,
  AccountList,
  AccountQuery,
  AccountRow,
  Appointment,
  APPOINTMENT_STATES,
  AppointmentList,
  AppointmentQuery,
  OrganisationList,
  OrganisationQuery,
  OrganisationRow,
  SIGN_IN_NAME,
  type AccountChange,
  type AccountForm,
  type AccountLock,
  type AccountState,
  type AppointmentDecision,
  type AppointmentState,
  type InitialPassword,
  type OrganisationChange,
  type OrganisationForm,
} from './accounts.ts';
export {
  AgencyList,
  Delegation,
  DELEGATION_STATES,
  DelegationList,
  LONGEST_DELEGATION_DAYS,
  type DelegationForm,
  type DelegationState,
} from './delegations.ts';
export {
  SECURITY_EVENT_KINDS,
  SECURITY_EVENTS,
  SecurityLog,
  SecurityLogQuery,
  SecurityLogRow,
  type SecurityEventKind,
} from './security-log.ts';
