import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Context } from 'oidc-provider';

/** Who signs in at the provider next, and what it says about how. */
export interface Person {
  readonly subject: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** How the person proved who it is, as the provider words it. */
  readonly amr?: readonly string[];
}

/** A real OpenID Connect server on loopback, as an office might have one. */
export interface TestProvider {
  readonly issuer: string;
  /** Answers every arrival from now on as this person; null cancels. */
  next(person: Person | null): void;
  /** Nothing listens any more, until `open` is called again. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

export const TEST_CLIENT = { id: 'ludao', secret: 'a secret of the test' } as const;

/** @param publicUrl where the platform that is tested is open to people */
export async function openTestProvider(publicUrl: string): Promise<TestProvider> {
  let next: Person | null = null;
  const people = new Map<string, Person>();
  let handle = (_: IncomingMessage, response: ServerResponse): void => void response.end();
  let server = createServer();
  const open = async (port: number) => {
    server = createServer((request, response) => handle(request, response));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await open(0);
  const { port } = server.address() as AddressInfo;
  // Another site than the platform's, so that cookies are put to the test as well.
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: TEST_CLIENT.id,
        client_secret: TEST_CLIENT.secret,
        redirect_uris: [`${publicUrl}/api/sign-on/callback`],
        post_logout_redirect_uris: [`${publicUrl}/desk/sign-in`],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    cookies: { keys: ['a key of the test'] },
    jwks: {
      keys: [
        generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
      ],
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    claims: {
      openid: ['sub', 'employee_number', 'amr'],
      phone: ['phone_number', 'phone_number_verified'],
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    pkce: { required: () => true },
    interactions: { url: () => '/interaction' },
    findAccount: (_: unknown, subject: string) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...people.get(subject)?.claims }),
    }),
    async loadExistingGrant({ oidc }: Context) {
      const { client, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({
        accountId: session.accountId,
        clientId: client.clientId,
      });
      grant.addOIDCScope('openid phone');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  handle = (request, response) => {
    if (!request.url?.startsWith('/interaction')) return answer(request, response);
    if (next) people.set(next.subject, next);
    const result = next
      ? { login: { accountId: next.subject, ...(next.amr && { amr: next.amr }) } }
      : { error: 'access_denied' };
    void provider.interactionFinished(request, response, result);
  };
  return {
    issuer,
    next: (person) => void (next = person),
    async shut() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
    open: () => open(port),
  };
}

/** Follows the provider's own redirects as a browser does, until it sends back to the platform. */
export async function goThrough(start: string, publicUrl: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let step = 0; step < 10; step++) {
    if (url.startsWith(publicUrl)) return url;
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`the provider stopped at ${url}: ${await answer.text()}`);
    url = new URL(next, url).href;
  }
  throw new Error('the provider sends in circles');
}
