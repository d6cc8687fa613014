import { expect, it } from 'vitest';
import { openOnPglite, openOnServer } from '../apps/server/src/platform/testing-databases.ts';
import { walkMatrix } from './matrix/walk.ts';

const server = process.env['LUDAO_TEST_DATABASE_URL'];
const migrated = { migrated: true };

// The policies are the same on both; npm run prove -- matrix walks both.
it('gives nobody more than the contracts allow, and nobody less, on any endpoint or table', async () => {
  const own = await (server ? openOnServer(server, migrated) : openOnPglite(migrated));
  try {
    const { leaks, faults, combinations } = await walkMatrix(own.database, { small: true });
    expect({ leaks, faults }).toEqual({ leaks: [], faults: [] });
    expect(combinations).toBeGreaterThan(5000);
  } finally {
    await own.remove();
  }
}, 400_000);
