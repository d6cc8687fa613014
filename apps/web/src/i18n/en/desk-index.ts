import { admissionsEn } from './admissions.ts';
import { approvalEn } from './approval.ts';
import { batchesEn } from './batches.ts';
import { casesEn } from './cases.ts';
import { completionsEn } from './completions.ts';
import { contactsEn } from './contacts.ts';
import { deskEn } from './desk.ts';
import { effectsEn } from './effects.ts';
import { eventLogEn } from './event-log.ts';
import { documentsEn } from './documents.ts';
import { dossierEn } from './dossier.ts';
import { enterprisesEn } from './enterprises.ts';
import { filesEn } from './files.ts';
import { importsEn } from './imports.ts';
import { mergingEn } from './merging.ts';
import { notificationsEn } from './notifications.ts';
import { organisationsEn } from './organisations.ts';
import { personalDataEn } from './personal-data.ts';
import { preLeaseEn } from './pre-lease.ts';
import { retrofitsEn } from './retrofits.ts';
import { rulebookEn } from './rulebook.ts';
import { peopleEn } from './people.ts';
import { parkEiaEn } from './park-eia.ts';
import { parksEn } from './parks.ts';
import { permitsEn } from './permits.ts';
import { problemsEn } from './problems.ts';
import { sharedDataEn } from './shared-data.ts';
import { stockEn } from './stock.ts';
import { signOnEn } from './sign-on.ts';
import { profileEn } from './profile.ts';
import { tasksEn } from './tasks.ts';

export const english = {
  admissions: admissionsEn,
  approval: approvalEn,
  batches: batchesEn,
  cases: casesEn,
  completions: completionsEn,
  contacts: contactsEn,
  desk: deskEn,
  documents: documentsEn,
  dossier: dossierEn,
  effects: effectsEn,
  enterprises: enterprisesEn,
  files: filesEn,
  eventLog: eventLogEn,
  imports: importsEn,
  merging: mergingEn,
  notifications: notificationsEn,
  organisations: organisationsEn,
  parkEia: parkEiaEn,
  parks: parksEn,
  personalData: personalDataEn,
  people: peopleEn,
  permits: permitsEn,
  preLease: preLeaseEn,
  problems: problemsEn,
  profile: profileEn,
  retrofits: retrofitsEn,
  rulebook: rulebookEn,
  sharedData: sharedDataEn,
  signOn: signOnEn,
  stock: stockEn,
  tasks: tasksEn,
};
