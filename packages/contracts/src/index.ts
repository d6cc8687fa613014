import { ADMISSION_ROUTES } from './routes/admissions.ts';
import { APPROVAL_ROUTES } from './routes/approvals.ts';
import { CASE_FILING_ROUTES } from './routes/case-filing.ts';
import { REFORM_EFFECT_ROUTES } from './routes/reform-effects.ts';
import { CASE_ROUTES } from './routes/cases.ts';
import { COMPLETION_ROUTES } from './routes/completions.ts';
import { RETROFIT_ROUTES } from './routes/retrofits.ts';
import { SHARED_FACILITY_ROUTES } from './routes/shared-facility.ts';
import { CONTACT_ROUTES } from './routes/contacts.ts';
import { EVENT_LOG_ROUTES } from './routes/event-log.ts';
import { DOSSIER_ROUTES } from './routes/dossier.ts';
import { FILE_ROUTES } from './routes/files.ts';
import { IMPORT_ROUTES } from './routes/import.ts';
import { PERSONAL_DATA_ROUTES } from './routes/personal-data.ts';
import { NOTIFICATION_ROUTES } from './routes/notifications.ts';
import { ACCOUNTS_ROUTES } from './routes/accounts.ts';
import { POSTS_ROUTES } from './routes/posts.ts';
import { MERGING_ROUTES } from './routes/merging.ts';
import { CERTIFICATE_ROUTES } from './routes/certificates.ts';
import { DOCUMENT_ROUTES } from './routes/documents.ts';
import { ISSUING_OFFICE_ROUTES } from './routes/issuing-offices.ts';
import { VOLUME_ROUTES } from './routes/volumes.ts';
import { PARK_EIA_ROUTES } from './routes/park-eia.ts';
import { PARK_ROUTES } from './routes/parks.ts';
import { PERMIT_ROUTES } from './routes/permits.ts';
import { PRE_LEASE_ROUTES } from './routes/pre-lease.ts';
import { REGISTER_ROUTES } from './routes/register.ts';
import { RULEBOOK_ROUTES } from './routes/rulebook.ts';
import { RULEBOOK_ENTRIES_ROUTES } from './routes/rulebook-entries.ts';
import { SCREENING_ROUTES } from './routes/screening.ts';
import { STOCK_ROUTES } from './routes/stock.ts';
import { TASK_ROUTES } from './routes/tasks.ts';
import { SHARED_DATA_ROUTES } from './routes/shared-data.ts';
import { SESSION_ROUTES } from './routes/session.ts';
import { SIGN_ON_ROUTES } from './routes/sign-on.ts';

export { type Access, type Route } from './route.ts';
export * from './people/index.ts';
export {
  EventLogPage,
  EventLogQuery,
  LoggedEvent,
  LogProtection,
  STREAM_KINDS,
  type StreamKind,
} from './event-log.ts';
export {
  DESIGNATION_KINDS,
  DISTRICTS,
  ENTERPRISE_COLUMNS,
  EnterpriseDetail,
  EnterpriseForm,
  EnterpriseList,
  EnterpriseQuery,
  EnterpriseRow,
  PARK_COLUMNS,
  Designation,
  PARK_KINDS,
  ParkDetail,
  ParkList,
  ParkQuery,
  ParkRow,
  Timeline,
  UNIT_COLUMNS,
  Departure,
  FIXED_FOR_OWN,
  fixedFields,
  type DesignationKind,
  type ParkKind,
} from './register.ts';
export * from './cases/index.ts';
export * from './completion/index.ts';
export * from './county-table.ts';
export * from './profile.ts';
export * from './park-forms.ts';
export * from './park-eia/index.ts';
export * from './stock/index.ts';
export * from './merging.ts';
export {
  PRE_LEASE_FINDINGS,
  PRE_LEASE_OUTCOMES,
  PreLeaseCheck,
  PreLeaseForm,
  PreLeaseList,
  type PreLeaseFindingCode,
  type PreLeaseOutcome,
  PRE_LEASE_COLUMNS,
  PreLeaseQuery,
  UnitList,
} from './pre-lease.ts';
export * from './clock-words.ts';
export * from './inbox.ts';
export { CalendarYear, DAY_KINDS, Deadline, type DayKind } from './calendar.ts';
export { LawInForce } from './law-in-force.ts';
export {
  choiceName,
  ENTRY_LAYERS,
  ENTRY_TOPICS,
  entryColumns,
  fieldHint,
  fieldName,
  fromDocument,
  type DocumentField,
  type EntryColumn,
  type EntryLayer,
} from './rulebook-fields.ts';
export {
  Entry,
  ENTRY_LIMITS,
  ENTRY_STATES,
  EntryDecision,
  EntryFault,
  EntryForm,
  EntryHead,
  EntryList,
  EntryPreview,
  EntryQuery,
  SheetCheck,
  type SheetFault,
  type EntryState,
} from './rulebook-entries.ts';
export {
  CORRECTION_COLUMNS,
  IMPORT_COLUMNS,
  IMPORT_COLUMN_NAMES,
  IMPORT_LIMITS,
  IMPORT_STATES,
  ImportRow,
  ImportRows,
  ImportRowsQuery,
  ImportView,
  mayFollow,
  PERMIT_LABELS,
  ROW_OUTCOMES,
  RowFault,
  WASTEWATER_LABELS,
  YES_NO,
  type ImportColumn,
  type ImportState,
  type RowOutcome,
  type Said,
  type UploadQuery,
} from './import.ts';
export {
  Contact,
  CONTACT_KIND_NAMES,
  CONTACT_KINDS,
  CONTACT_LIMITS,
  ContactChange,
  ContactErasure,
  ContactForm,
  ContactList,
  type ContactKind,
} from './contacts.ts';
export {
  REVEAL_REASON_NAMES,
  REVEAL_REASONS,
  REVEAL_WORDS,
  Revealed,
  RevealRequest,
  type RevealReason,
} from './reveal.ts';
export {
  ANSWER_DAYS,
  DATA_REQUEST_KINDS,
  DATA_REQUEST_STATES,
  DataRequest,
  DataRequestAnswer,
  DataRequestForm,
  DataRequestList,
  ErasedPersons,
  ErasureByOfficer,
  ErasureObstacle,
  ExpiredData,
  MyData,
  MyDataCopy,
  OwnRequest,
  type DataRequestKind,
  type DataRequestState,
  type Expiring,
} from './my-data.ts';
export { maskName, maskPhone, readPhone } from './masks.ts';
export {
  LEGAL_BASES,
  NOT_PERSONAL,
  NOTICE_VERSION,
  PERSONAL_FIELDS,
  TERM_MONTHS,
  termText,
  type PersonalField,
} from './personal-data.ts';
export {
  GRAMS_PER_KILOGRAM_DIGITS,
  GRAMS_PER_TONNE_DIGITS,
  LITRES_PER_CUBIC_METRE_DIGITS,
  readAmount,
  writeAmount,
} from './amounts.ts';
export * from './documents/index.ts';
export * from './permits/index.ts';
export * from './shared-data/index.ts';
export * from './dossier.ts';
export {
  acceptedKinds,
  FILE_KIND_NAMES,
  FILE_KINDS,
  FILE_NAME_LENGTH,
  FILE_SCANS,
  FileRules,
  FileView,
  kindOfMediaType,
  UploadFileQuery,
  type FileKind,
  type FileKindName,
  type FileScan,
} from './files.ts';
export { Task, TaskList } from './tasks.ts';
export * from './notification-kinds.ts';
export * from './notifications.ts';
export { checkCreditCode, completeCreditCode, type CreditCodeCheck } from './credit-code.ts';
export {
  IndustryList,
  IndustryQuery,
  PackList,
  RuleSetDocument,
  VocabularyDocument,
  WordsDocument,
} from './rulebook.ts';
export { DEFAULT_JURISDICTION, LEVEL, ScreeningAnswer, ScreeningRequest } from './screening.ts';

/** Every address of the API that a capability serves (health is the platform's own). */
export const ROUTES = {
  ...SCREENING_ROUTES,
  ...RULEBOOK_ROUTES,
  ...SESSION_ROUTES,
  ...SIGN_ON_ROUTES,
  ...REGISTER_ROUTES,
  ...DOCUMENT_ROUTES,
  ...ISSUING_OFFICE_ROUTES,
  ...VOLUME_ROUTES,
  ...CERTIFICATE_ROUTES,
  ...PARK_ROUTES,
  ...PARK_EIA_ROUTES,
  ...ADMISSION_ROUTES,
  ...STOCK_ROUTES,
  ...MERGING_ROUTES,
  ...IMPORT_ROUTES,
  ...CASE_ROUTES,
  ...APPROVAL_ROUTES,
  ...COMPLETION_ROUTES,
  ...RETROFIT_ROUTES,
  ...SHARED_FACILITY_ROUTES,
  ...CASE_FILING_ROUTES,
  ...REFORM_EFFECT_ROUTES,
  ...CONTACT_ROUTES,
  ...PERSONAL_DATA_ROUTES,
  ...PRE_LEASE_ROUTES,
  ...PERMIT_ROUTES,
  ...RULEBOOK_ENTRIES_ROUTES,
  ...DOSSIER_ROUTES,
  ...TASK_ROUTES,
  ...FILE_ROUTES,
  ...NOTIFICATION_ROUTES,
  ...POSTS_ROUTES,
  ...ACCOUNTS_ROUTES,
  ...EVENT_LOG_ROUTES,
  ...SHARED_DATA_ROUTES,
} as const;
