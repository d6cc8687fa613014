import { expect, it } from 'vitest';
import { openOnPglite } from '../apps/server/src/platform/testing-databases.ts';
import { walkMatrix } from './matrix/walk.ts';

it('gives nobody more than the contracts allow, and nobody less, on any endpoint or table', async () => {
  const own = await openOnPglite();
  try {
    const { leaks, faults, combinations } = await walkMatrix(own.database, { small: true });
    expect({ leaks, faults }).toEqual({ leaks: [], faults: [] });
    expect(combinations).toBeGreaterThan(5000);
  } finally {
    await own.remove();
  }
}, 180_000);
