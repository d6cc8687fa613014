/** Files: taken in, judged, kept once, and served without harm (docs/adr/0037). */
export type { FilePlacement, InfectedFile, StoredFile, TakenFile } from './model.ts';
export { dispositionOf } from './name.ts';
export { openFilesAsSet } from './open.ts';
export { registerFiles } from './routes.ts';
export { insertFile as enterFile } from './row-store.ts';
export { serveFile } from './serve.ts';
export { viewOf, type FileEntry, type Files, type Sender } from './service.ts';
