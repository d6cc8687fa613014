/** Why bytes are not taken in; `problems` of the web app has the sentence for each. */
export const CONTENT_FAULTS = [
  'FILE_EMPTY',
  'FILE_IS_WEB_PAGE',
  'FILE_IS_DRAWING',
  'FILE_IS_XML',
  'FILE_IS_SCRIPT',
  'FILE_IS_PROGRAM',
  'FILE_HAS_MACROS',
  'FILE_HAS_PASSWORD',
  'FILE_ARCHIVE_DAMAGED',
  'FILE_KIND_UNKNOWN',
] as const;
export type ContentFault = (typeof CONTENT_FAULTS)[number];
