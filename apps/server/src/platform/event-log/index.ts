/** The one event log: who did what, when, for whom, in chains of hashes (docs/adr/0023). */
export { append } from './append.ts';
export { BodyError, writeBody, writeCanonical, type JsonObject, type JsonValue } from './body.ts';
export { CheckpointRefusedError, takeCheckpoint, type CheckpointOptions } from './checkpoint.ts';
export { checkpointFolder, type Checkpoint } from './checkpoint-file.ts';
export {
  exportPublicKey,
  loadCheckpointKey,
  publicKeyFile,
  readPublicKeys,
} from './checkpoint-key.ts';
export { sha256, sm3, type DigestAlgorithm, type Digester } from './digest.ts';
export type { CheckpointFault, Finding, LogReport } from './finding.ts';
export {
  StreamConflictError,
  type EventContext,
  type EventRef,
  type NewEvent,
  type StoredEvent,
} from './model.ts';
export { listTypes, readLog, readProtection, type LogRow } from './read-log.ts';
export { fetchRows } from './fetch-rows.ts';
export { readBackwards, readStream, readStreamsOf, readTimeline } from './read.ts';
export { verifyDatabase, verifyLog, type VerifyOptions } from './verify.ts';
