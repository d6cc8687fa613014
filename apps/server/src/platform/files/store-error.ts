/** What a store of files may fail by; each is told to the person by its own code. */
export type FileStoreFault = 'FILE_STORE_FULL' | 'FILE_STORE_AWAY' | 'FILE_DAMAGED';

/**
 * FULL and AWAY: nothing of it was done, and the same may be tried again. DAMAGED: what stands there
 * is not what was put there, so it is shown to nobody.
 */
export class FileStoreError extends Error {
  override name = 'FileStoreError';
  readonly code: FileStoreFault;

  constructor(code: FileStoreFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
