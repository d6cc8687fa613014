import { ROLES, type HeldPost, type Reach, type ReachingPost, type Role } from '@ludao/contracts';

/** How signing in is guarded: choices of our own, which no text that we read prescribes. */
export const SIGN_IN = {
  /** Wrong passwords or codes in a row that lock an account. */
  attempts: 5,
  lockMinutes: 15,
  /** Without a request for so long a session ends. */
  idleMinutes: 30,
  /** However busy, a session ends after so long. */
  sessionHours: 12,
} as const;

/** What is known of an account before a sign-in is judged. */
export interface Account {
  readonly personId: string;
  readonly passwordHash: string;
  /** Null where none is set up and confirmed. */
  readonly secondFactor: Uint8Array | null;
  readonly secondFactorUsed: bigint | null;
  readonly failedAttempts: number;
  readonly lockedUntil: Date | null;
  readonly disabledAt: Date | null;
  /** An initial password, which opens nothing but its own change. */
  readonly passwordDue: boolean;
}

/** A post as it stands in the database, with the office it belongs to. */
export interface PostOfToday extends HeldPost {
  readonly postPark: string | null;
  readonly territory: readonly string[];
  /** Parks that the organisation operates or is the legal entity of. */
  readonly operated: readonly string[];
  /** Organisations that let this one act for them at this moment. */
  readonly delegated: readonly string[];
}

/** How far a person reaches by the posts of today. */
export interface Reached {
  readonly roles: readonly Role[];
  readonly orgs: readonly string[];
  readonly districts: readonly string[];
  readonly parks: readonly string[];
}

/** Each post opens what its own role reaches, and no more. */
export function reachOfPost(post: PostOfToday): ReachingPost {
  const { role, organisation, delegated, territory, postPark, operated } = post;
  const reach: readonly Reach[] = ROLES[role].reach;
  return {
    role,
    home: organisation.id,
    orgs: reach.includes('own') ? [organisation.id, ...delegated] : [],
    districts: reach.includes('territory') ? territory : [],
    parks: !reach.includes('park') ? [] : postPark ? [postPark] : operated,
  };
}

/** All that is within reach by one post or another. */
export function reachOf(posts: readonly ReachingPost[]): Reached {
  return {
    roles: distinct(posts.map(({ role }) => role)),
    orgs: distinct(posts.flatMap(({ orgs }) => orgs)),
    districts: distinct(posts.flatMap(({ districts }) => districts)),
    parks: distinct(posts.flatMap(({ parks }) => parks)),
  };
}

/** Posts of three officers 三员 and others that may hold no session without a second factor. */
export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => ROLES[role].secondFactor);
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
