import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadOrCreateSecret } from '../secrets.ts';
import { explainFolderFailure } from '../startup-error.ts';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Where the public key is written; it may be copied anywhere. */
export function publicKeyFile(dataDir: string): string {
  return join(dataDir, 'checkpoint-key.pem');
}

/**
 * The key that signs checkpoints: a secret of the data folder, made at first use, never in the
 * database. Its public key is written beside it. Keep a copy of that elsewhere: who has the folder
 * can sign anything, but not by the key that others know.
 * @throws StartupError when the folder cannot be written
 */
export function loadCheckpointKey(dataDir: string): KeyObject {
  const seed = loadOrCreateSecret(dataDir, 'checkpoint-key');
  const der = Buffer.concat([PKCS8_HEADER, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const file = publicKeyFile(dataDir);
  try {
    // After a change of keys a person adds the new block; what is there is never overwritten.
    if (!existsSync(file)) writeFileSync(file, exportPublicKey(key), { flush: true });
  } catch (error) {
    throw explainFolderFailure(error, dataDir);
  }
  return key;
}

/** PEM of the public half, to be kept where the database's administrators cannot change it. */
export function exportPublicKey(key: KeyObject): string {
  const half = key.type === 'public' ? key : createPublicKey(key);
  return half.export({ format: 'pem', type: 'spki' }).toString();
}

/**
 * The keys of a file that holds one or, after a change of keys, several PEM blocks.
 * @throws Error when there is none, or one is no Ed25519 key
 */
export function readPublicKeys(pem: string): KeyObject[] {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g);
  if (blocks === null) throw new Error('no public key in PEM');
  const keys = blocks.map((block) => createPublicKey(block));
  if (keys.every((key) => key.asymmetricKeyType === 'ed25519')) return keys;
  throw new Error('not an Ed25519 key');
}

/** Tells keys apart: SHA-256 of the public key in DER, 64 hexadecimal digits. */
export function fingerprint(key: KeyObject): string {
  const half = key.type === 'public' ? key : createPublicKey(key);
  return createHash('sha256')
    .update(half.export({ format: 'der', type: 'spki' }))
    .digest('hex');
}
