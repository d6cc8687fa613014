import type { Arrival } from '../features/organisations/sign-in-page.tsx';
import { isCode } from '../features/organisations/sign-on/search.ts';

/** What the address of the sign-in page says: where to go afterwards, and how one came here. */
export function readArrival(raw: Record<string, unknown>): Arrival {
  const { to, reason, problem, until, step, via } = raw;
  return {
    // A path of this site only, never '//elsewhere'.
    ...(typeof to === 'string' && /^\/(?![/\\])/.test(to) && { to }),
    ...((reason === 'ended' || reason === 'signed_out' || reason === 'erased') && { reason }),
    ...(isCode(problem) && { problem }),
    ...(typeof until === 'string' && !Number.isNaN(Date.parse(until)) && { until }),
    ...(step === 'code' && { step }),
    ...(via === 'sign-on' && { via }),
  };
}
