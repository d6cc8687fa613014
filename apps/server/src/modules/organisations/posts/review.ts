/** An act at a post: who did it, at which post, and who held that post on that day. */
export interface Act {
  readonly person: string;
  readonly post: string | null;
  /** The holder (A) of the post; the same as the person, or the one stood in for. */
  readonly holder: string | null;
}

/**
 * Whether one may review, approve or decide what another did. Nobody judges what is his own: not as
 * the same person, not at the same post, not through whoever stands in for him, and not what a
 * stand-in did in his name.
 */
export function mayReview(work: Act, review: Act): boolean {
  if (work.post !== null && work.post === review.post) return false;
  const doers = [work.person, work.holder].filter((one) => one !== null);
  return !doers.includes(review.person) && !doers.includes(review.holder ?? '');
}
