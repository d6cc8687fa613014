import { fileURLToPath } from 'node:url';

/** The built web app. */
export const WEB_DIST = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** The one list of migrations. */
export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/** The one font of every document; shipped, so that no machine needs fonts of its own. */
export const PDF_FONT = fileURLToPath(
  new URL('../../assets/fonts/NotoSansSC-Regular.ttf', import.meta.url),
);
