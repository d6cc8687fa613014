import { expect, it } from 'vitest';
import { openOnPglite, openOnServer } from '../apps/server/src/platform/testing-databases.ts';
import { walkSteps } from './case-steps/walk.ts';

const server = process.env['LUDAO_TEST_DATABASE_URL'];
const migrated = { migrated: true };

it('lets every step of a case be taken where the table has it, by whom it gives it, and refuses all else by name', async () => {
  const own = await (server ? openOnServer(server, migrated) : openOnPglite(migrated));
  try {
    const { walked, allowed, faults } = await walkSteps(own.database, [
      'REGISTRATION',
      'FORM',
      'ZERO_LAND',
    ]);
    expect(faults).toEqual([]);
    expect(walked).toBeGreaterThan(3000);
    expect(allowed).toBeGreaterThan(35);
  } finally {
    await own.remove();
  }
}, 120_000);
