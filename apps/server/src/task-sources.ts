import { batchesWork, casesTasks, casesWork } from './modules/cases/index.ts';
import { documentsWork } from './modules/documents/index.ts';
import { enterprisesTasks } from './modules/enterprises/index.ts';
import { organisationsTasks } from './modules/organisations/index.ts';
import { parksTasks } from './modules/parks/index.ts';
import { rulebookTasks, rulebookWork } from './modules/rulebook/index.ts';
import type { TaskSource, WorkKind } from './modules/tasks/index.ts';
import type { Database } from './platform/db.ts';

/** What every capability counts for whoever opens the desk, in the order in which it is shown. */
export const taskSources = (database: Database): readonly TaskSource[] => [
  ...rulebookTasks,
  ...casesTasks,
  ...enterprisesTasks,
  ...parksTasks,
  ...organisationsTasks(database),
];

/** What waits at posts, of every capability. */
export const workKinds: readonly WorkKind[] = [
  ...rulebookWork,
  ...documentsWork,
  ...casesWork,
  ...batchesWork,
];
