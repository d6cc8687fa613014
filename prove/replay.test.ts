import { expect, it } from 'vitest';
import { replayCases } from '../apps/server/src/modules/cases/index.ts';
import { openOnPglite } from '../apps/server/src/platform/testing-databases.ts';
import { alterEach } from './replay/alter.ts';
import { countEnds } from './replay/ends.ts';
import { playCases } from './replay/play.ts';

it('rebuilds every row of cases from the event log alone, and names each change past the log', async () => {
  const own = await openOnPglite({ migrated: true });
  try {
    const { cases } = await playCases(own.database, { cases: 60, seed: 7, workers: 1 });
    const { differences, faults, rows } = await own.database.transaction(replayCases);
    expect({ differences, faults }).toEqual({ differences: [], faults: [] });
    expect(rows['eia_case']).toBe(cases);
    const tracks = new Set(
      Object.keys(await countEnds(own.database)).map((end) => end.split(' ')[0]),
    );
    for (const track of ['REGISTRATION', 'COMMITMENT', 'FORM', 'REPORT', 'ZERO_LAND']) {
      expect(tracks).toContain(track);
    }
    const { named, missed } = await alterEach(own.database, { together: false });
    expect(missed).toEqual([]);
    expect(named).toHaveLength(11);
  } finally {
    await own.remove();
  }
}, 120_000);
