import { readFileSync } from 'node:fs';
import * as client from 'openid-client';
import type { Log } from '../../../platform/log.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/refusal.ts';
import type { SignOnConfig } from '../../../platform/sign-on-config.ts';
import { StartupError } from '../../../platform/startup-error.ts';
import type { Recognised } from './model.ts';
import type { SignOnProvider } from './provider.ts';

export const CALLBACK_PATH = '/api/sign-on/callback';
const TIMEOUT_SECONDS = 6;
/** How long what the provider says of itself is believed; its keys are fetched anew when one is unknown. */
const BELIEVED_MS = 60 * 60_000;

/**
 * An OpenID Connect provider by its discovery document: authorization code flow with PKCE, state,
 * nonce, the issuer of answer and token, and the token's signature. The document is read at the
 * first use: a provider that is down keeps nobody from starting the platform.
 * @throws StartupError when the file of the client's secret cannot be read
 */
export function openOidc(config: SignOnConfig, log: Log): SignOnProvider {
  const authentication = authenticate(config);
  let known: { readonly provider: Promise<client.Configuration>; readonly at: number } | undefined;

  function discovered(): Promise<client.Configuration> {
    const now = Date.now();
    if (known && now - known.at < BELIEVED_MS) return known.provider;
    const provider = client.discovery(
      new URL(config.issuer),
      config.clientId,
      undefined,
      authentication,
      {
        timeout: TIMEOUT_SECONDS,
        execute: [
          // The token came over TLS; the signature is checked all the same.
          client.enableNonRepudiationChecks,
          ...(config.issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
        ],
      },
    );
    known = { provider, at: now };
    provider.catch(() => (known = undefined));
    return provider;
  }

  async function orRefusal<T>(work: () => Promise<T>): Promise<T | Refusal> {
    try {
      return await work();
    } catch (error) {
      const refused = refusalFor(error);
      log.warn({ err: error, code: refused.refused }, 'the sign-on of the office failed');
      return refused;
    }
  }

  return {
    address: ({ state, nonce, verifier }) =>
      orRefusal(async () =>
        client.buildAuthorizationUrl(await discovered(), {
          redirect_uri: config.publicUrl + CALLBACK_PATH,
          scope: config.scope,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }),
      ),

    recognise: (returned, { state, nonce, verifier }) =>
      orRefusal(async () => {
        const provider = await discovered();
        const tokens = await client.authorizationCodeGrant(provider, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new Error('the provider gave no ID token');
        const asked = await claimOf(provider, tokens.access_token, claims, config);
        return {
          issuer: claims.iss,
          subject: claims.sub,
          claim: asked,
          secondFactor: saysSecondFactor(claims, config.secondFactor),
        } satisfies Recognised;
      }),

    async endAddress() {
      const provider = await orRefusal(discovered);
      if (isRefusal(provider)) return provider;
      if (provider.serverMetadata().end_session_endpoint === undefined) return null;
      return client.buildEndSessionUrl(provider, {
        post_logout_redirect_uri: `${config.publicUrl}/desk/sign-in`,
      });
    },
  };
}

/** With a secret where there is a file of one; a public client has none, and PKCE still holds. */
function authenticate({ secretFile }: SignOnConfig): client.ClientAuth {
  if (secretFile === null) return client.None();
  try {
    const secret = readFileSync(secretFile, 'utf8').trim();
    if (secret === '') throw new Error('the file is empty');
    return client.ClientSecretBasic(secret);
  } catch (error) {
    throw new StartupError(
      `无法从文件 ${secretFile} 读取统一身份认证的客户端密钥；请检查 LUDAO_OIDC_SECRET_FILE。`,
      `The secret of the sign-on's client cannot be read from ${secretFile}. Check LUDAO_OIDC_SECRET_FILE.`,
      { cause: error },
    );
  }
}

/** From the ID token, or else from the provider's page about the user. */
async function claimOf(
  provider: client.Configuration,
  accessToken: string,
  claims: client.IDToken,
  { linkBy, linkClaim }: SignOnConfig,
): Promise<string | null> {
  if (linkBy === 'none') return null;
  const asks = provider.serverMetadata().userinfo_endpoint !== undefined;
  const told: Readonly<Record<string, unknown>> =
    claims[linkClaim] === undefined && asks
      ? await client.fetchUserInfo(provider, accessToken, claims.sub)
      : claims;
  // A phone that the provider itself does not vouch for finds nobody.
  if (linkBy === 'phone' && told['phone_number_verified'] === false) return null;
  const value = told[linkClaim];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function saysSecondFactor({ amr, acr }: client.IDToken, values: readonly string[]): boolean {
  const said: unknown[] = [acr, ...(Array.isArray(amr) ? (amr as unknown[]) : [])];
  return said.some((one) => typeof one === 'string' && values.includes(one));
}

const UNREACHABLE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

/** What a failure means for the person: try later, begin again, or nothing was wanted. */
function refusalFor(error: unknown): Refusal {
  if (error instanceof client.AuthorizationResponseError) {
    // Cancelled there, or not allowed to by the provider's own rules.
    if (error.error === 'access_denied') return refuse('SIGN_ON_CANCELLED', {}, 403);
    if (error.error === 'temporarily_unavailable' || error.error === 'server_error') {
      return refuse('SIGN_ON_UNREACHABLE', {}, 503);
    }
    return refuse('SIGN_ON_FAILED', {}, 409);
  }
  // A grant that was used or has run out: begin again.
  if (error instanceof client.ResponseBodyError) return refuse('SIGN_ON_FAILED', {}, 409);
  if (error instanceof client.ClientError && !UNREACHABLE.has(String(error.code))) {
    return refuse('SIGN_ON_FAILED', {}, 409);
  }
  return refuse('SIGN_ON_UNREACHABLE', {}, 503);
}
