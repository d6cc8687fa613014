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
import { rulebookEn } from './rulebook.ts';
import { peopleEn } from './people.ts';
import { parksEn } from './parks.ts';
import { problemsEn } from './problems.ts';
import { signOnEn } from './sign-on.ts';
import { profileEn } from './profile.ts';
import { tasksEn } from './tasks.ts';

export const english = {
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
  parks: parksEn,
  personalData: personalDataEn,
  people: peopleEn,
  preLease: preLeaseEn,
  problems: problemsEn,
  profile: profileEn,
  rulebook: rulebookEn,
  signOn: signOnEn,
  tasks: tasksEn,
};
