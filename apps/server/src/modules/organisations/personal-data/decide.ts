import type { ErasureObstacle } from '@ludao/contracts';
import type { Ties } from './model.ts';

/**
 * What stands against erasing somebody: duties that go on until another has taken them over
 * (Personal Information Protection Law, art. 47, last paragraph).
 */
export function decideErasure({ postsHeldAlone, contactOf }: Ties): ErasureObstacle[] {
  return [
    ...postsHeldAlone.map((of) => ({ code: 'POST_HELD_ALONE' as const, of })),
    ...contactOf.map((of) => ({ code: 'STILL_CONTACT' as const, of })),
  ];
}
