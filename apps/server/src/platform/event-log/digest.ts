import { createHash } from 'node:crypto';

export type DigestAlgorithm = 'SHA-256' | 'SM3';

/** The one way to a hash; its algorithm's name is stored beside every hash it makes. */
export interface Digester {
  readonly alg: DigestAlgorithm;
  /** @returns 64 lower-case hexadecimal digits, of the text's UTF-8 */
  digest(text: string): string;
}

const digesterOf = (alg: DigestAlgorithm, name: string): Digester => ({
  alg,
  digest: (text) => createHash(name).update(text, 'utf8').digest('hex'),
});

export const sha256 = digesterOf('SHA-256', 'sha256');
/** GB/T 32905, where a county's rules ask for the national algorithms. */
export const sm3 = digesterOf('SM3', 'sm3');

/** @returns undefined for a name that is not known */
export function findDigester(alg: string): Digester | undefined {
  return [sha256, sm3].find((known) => known.alg === alg);
}
