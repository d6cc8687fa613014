import type { Clock } from '../clock.ts';
import type { Database } from '../db.ts';
import type { Jobs } from '../jobs.ts';
import type { Log } from '../log.ts';
import { openClamd } from './clamd.ts';
import { s3Secret, type FilesConfig } from './config.ts';
import { openDiskStore } from './disk-store.ts';
import { openS3Store } from './s3-store.ts';
import { noScanner } from './scanner.ts';
import { openFiles, type Files, type FilesDeps } from './service.ts';
import { keepFiles } from './upkeep.ts';

/**
 * Opens files as the configuration says, with their upkeep among the jobs.
 * @throws StartupError where the folder cannot be written or the secret cannot be read
 */
export function openFilesAsSet(
  config: FilesConfig,
  deps: Pick<FilesDeps, 'database' | 'tellInfected'> & {
    /** For what the program does by itself, which waits as long as it takes. */
    readonly own: Database;
    readonly jobs: Pick<Jobs, 'recurring'>;
    readonly clock: Clock;
    readonly log: Log;
  },
): Files {
  const { place, virusScan } = config;
  const { database, own, jobs, clock, log, tellInfected } = deps;
  const store =
    place.kind === 'disk'
      ? openDiskStore(place.folder)
      : openS3Store({ ...place, secret: s3Secret(place) });
  const scanner = virusScan ? openClamd(virusScan) : noScanner;
  keepFiles({ database: own, store, scanner, clock, log, tellInfected }, jobs);
  return openFiles({ database, store, scanner, limits: limitsOf(config), tellInfected });
}

function limitsOf({ fileBytes, dayBytes }: FilesConfig): FilesDeps['limits'] {
  return { fileBytes, dayBytes };
}
