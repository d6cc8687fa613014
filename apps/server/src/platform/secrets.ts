import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, explainFolderFailure } from './startup-error.ts';

const SECRET_BYTES = 32;

/**
 * A secret of this installation: 32 random bytes, made at the first start and kept in the data
 * folder, readable by its owner only. There are no default secrets.
 * @param name names the file, for example 'session-key'
 * @throws StartupError when the folder cannot be written; Error when the stored secret is damaged
 */
export function loadOrCreateSecret(dataDir: string, name: string): Buffer {
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(name)) throw new RangeError(`not a secret's name: ${name}`);
  const folder = join(dataDir, 'secrets');
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return readSecret(file) ?? createSecret(file);
  } catch (error) {
    throw explainFolderFailure(error, dataDir);
  }
}

function readSecret(file: string): Buffer | undefined {
  try {
    const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
    if (secret.length !== SECRET_BYTES) {
      throw new Error(`the secret in ${file} is damaged; put it back from a backup`);
    }
    // A folder restored from a backup or copied by hand may have lost the mode.
    chmodSync(file, 0o600);
    return secret;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written aside and linked into place: no reader ever sees half a secret, no writer replaces one. */
function createSecret(file: string): Buffer {
  const secret = randomBytes(SECRET_BYTES);
  const aside = `${file}.${process.pid}.new`;
  writeFileSync(aside, secret.toString('base64url'), { mode: 0o600, flush: true });
  try {
    linkSync(aside, file);
    return secret;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const theirs = readSecret(file);
    if (theirs === undefined) throw error;
    return theirs;
  } finally {
    rmSync(aside, { force: true });
  }
}
