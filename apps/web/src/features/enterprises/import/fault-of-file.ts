import { IMPORT_LIMITS, type Said } from '@ludao/contracts';

/** What can be told of a file before it is sent; what is in it, the server judges. */
export function faultOfFile(file: File): Said | null {
  if (file.size === 0) return { code: 'FILE_EMPTY', params: {} };
  if (file.size <= IMPORT_LIMITS.bytes) return null;
  const megabytes = Math.ceil((file.size / 1024 / 1024) * 10) / 10;
  return {
    code: 'FILE_TOO_LARGE',
    params: { megabytes, limit: IMPORT_LIMITS.bytes / 1024 / 1024 },
  };
}
