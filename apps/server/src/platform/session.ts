import { createHash, randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  can,
  mayEver,
  rolesFor,
  type Action,
  type HeldPost,
  type Owned,
  type ReachingPost,
  type Resource,
  type Role,
} from '@ludao/contracts';
import type { Scope } from './scope.ts';

/** A signed-in person with the rights of this moment, read anew for every request. */
export interface Session {
  readonly personId: string;
  readonly personName: string;
  /** The organisation that entered the person. */
  readonly personOrg: string;
  /** The password is an initial one: nothing is reached but its own change. */
  readonly passwordDue: boolean;
  readonly roles: readonly Role[];
  readonly posts: readonly (HeldPost & ReachingPost)[];
  readonly orgs: readonly string[];
  readonly districts: readonly string[];
  readonly parks: readonly string[];
  readonly secondFactor: 'done' | 'to_enrol' | 'not_required';
  /** Whether the office's own sign-on is set up, and whether it opened this session. */
  readonly signOn: 'none' | 'offered' | 'used';
  readonly tokenHash: Buffer;
}

export const SESSION_COOKIE = 'ludao_session';
const TOKEN_BYTES = 32;

export function newToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** The database keeps the hash only: who reads it cannot sign in with it. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * What the posts reach that give the right: an export does not show what another post may only
 * read. All posts where no right is asked for.
 */
export function scopeOf(
  { personId, posts }: Session,
  right?: { readonly action: Action; readonly resource: Resource },
): Scope {
  const roles = right && rolesFor(right.action, right.resource);
  const acting = roles ? posts.filter(({ role }) => roles.includes(role)) : posts;
  const reached = (pick: (post: ReachingPost) => readonly string[]) => [
    ...new Set(acting.flatMap(pick)),
  ];
  return {
    actor: personId,
    orgs: reached(({ orgs }) => orgs),
    districts: reached(({ districts }) => districts),
    parks: reached(({ parks }) => parks),
  };
}

/**
 * Who acts on the row, and by which post: what an event of the log says.
 * @param row null where it is to belong to the post itself
 */
export function actorOf(
  session: Session,
  action: Action,
  resource: Resource,
  row: Owned | null,
): { readonly actor: string; readonly office: string | null } {
  const office = session.posts.find((post) =>
    row
      ? can({ posts: [post] }, action, resource, row)
      : mayEver({ roles: [post.role] }, action, resource),
  );
  return { actor: session.personId, office: office?.id ?? null };
}

/** The hash of the session's token in the request's cookie, if there is one of the right form. */
export function tokenHashOf(request: FastifyRequest): Buffer | undefined {
  const token = request.cookies[SESSION_COOKIE];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? hashOf(token) : undefined;
}

export function setSessionCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, cookieOptions(reply));
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, cookieOptions(reply));
}

/** Strict: no other site can make a browser send it. Secure wherever the connection is. */
function cookieOptions({ request }: FastifyReply): CookieSerializeOptions {
  const secure = request.protocol === 'https';
  return { path: '/api', httpOnly: true, sameSite: 'strict', secure };
}
