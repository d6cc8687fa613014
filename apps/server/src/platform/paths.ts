import { fileURLToPath } from 'node:url';

/** The built web app. */
export const WEB_DIST = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** The one list of migrations. */
export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
