import { admissionsZh } from './admissions.ts';
import { approvalZh } from './approval.ts';
import { batchesZh } from './batches.ts';
import { casesZh } from './cases.ts';
import { completionsZh } from './completions.ts';
import { contactsZh } from './contacts.ts';
import { deskZh } from './desk.ts';
import { documentsZh } from './documents.ts';
import { dossierZh } from './dossier.ts';
import { effectsZh } from './effects.ts';
import { eventLogZh } from './event-log.ts';
import { enterprisesZh } from './enterprises.ts';
import { filesZh } from './files.ts';
import { importsZh } from './imports.ts';
import { mergingZh } from './merging.ts';
import { notificationsZh } from './notifications.ts';
import { organisationsZh } from './organisations.ts';
import { personalDataZh } from './personal-data.ts';
import { preLeaseZh } from './pre-lease.ts';
import { retrofitsZh } from './retrofits.ts';
import { rulebookZh } from './rulebook.ts';
import { peopleZh } from './people.ts';
import { parkEiaZh } from './park-eia.ts';
import { parksZh } from './parks.ts';
import { permitsZh } from './permits.ts';
import { problemsZh } from './problems.ts';
import { sharedDataZh } from './shared-data.ts';
import { stockZh } from './stock.ts';
import { signOnZh } from './sign-on.ts';
import { profileZh } from './profile.ts';
import { tasksZh } from './tasks.ts';

export const chinese = {
  admissions: admissionsZh,
  approval: approvalZh,
  batches: batchesZh,
  cases: casesZh,
  completions: completionsZh,
  contacts: contactsZh,
  desk: deskZh,
  documents: documentsZh,
  dossier: dossierZh,
  effects: effectsZh,
  enterprises: enterprisesZh,
  files: filesZh,
  eventLog: eventLogZh,
  imports: importsZh,
  merging: mergingZh,
  notifications: notificationsZh,
  organisations: organisationsZh,
  parkEia: parkEiaZh,
  parks: parksZh,
  personalData: personalDataZh,
  people: peopleZh,
  permits: permitsZh,
  preLease: preLeaseZh,
  problems: problemsZh,
  profile: profileZh,
  retrofits: retrofitsZh,
  rulebook: rulebookZh,
  sharedData: sharedDataZh,
  signOn: signOnZh,
  stock: stockZh,
  tasks: tasksZh,
};
