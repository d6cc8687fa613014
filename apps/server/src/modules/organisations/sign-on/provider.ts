import { createHmac } from 'node:crypto';
import type { Refusal } from '../../../platform/refusal.ts';
import type { Recognised } from './model.ts';

/** What goes to the provider with one attempt; all of it follows from the secret in the cookie. */
export interface Proofs {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636): 43 characters of base64url. */
  readonly verifier: string;
}

/** No proof tells another or the secret, so the database need not keep any. */
export function proofsOf(secret: string): Proofs {
  const derive = (purpose: string) =>
    createHmac('sha256', secret).update(purpose).digest('base64url');
  return { state: derive('state'), nonce: derive('nonce'), verifier: derive('verifier') };
}

/** An office's own sign-on, as far as we need one. Everything may be refused: it is another's system. */
export interface SignOnProvider {
  /** Where the browser goes to be recognised. */
  address(proofs: Proofs): Promise<URL | Refusal>;
  /** @param returned the whole address at which the browser came back */
  recognise(returned: URL, proofs: Proofs): Promise<Recognised | Refusal>;
  /** Where the browser goes to sign out there as well; null where the provider has no such page. */
  endAddress(): Promise<URL | null | Refusal>;
}
