import { enterprisesTasks } from './modules/enterprises/index.ts';
import { organisationsTasks } from './modules/organisations/index.ts';
import { parksTasks } from './modules/parks/index.ts';
import { rulebookTasks } from './modules/rulebook/index.ts';
import type { TaskSource } from './modules/tasks/index.ts';
import type { Database } from './platform/db.ts';

/** What the ground counts for whoever opens the desk; access adds its own (access.ts). */
export const taskSources = (database: Database): readonly TaskSource[] => [
  ...rulebookTasks,
  ...enterprisesTasks,
  ...parksTasks,
  ...organisationsTasks(database),
];
