import { CheckCounts, mayEver, type CountyTable } from '@ludao/contracts';
import type { Right } from '../../platform/api.ts';
import type { Tx } from '../../platform/db.ts';
import type { Session } from '../../platform/session.ts';
import { countByCounty as countEnterprises } from '../enterprises/index.ts';
import { countByCounty as countParks, countChecksByCounty } from '../parks/index.ts';

const READ_CHECKS = { action: 'read', resource: 'pre_lease_check' } as const;

export interface Asking {
  readonly session: Session;
  readonly today: string;
  readonly scoped: <T>(fn: (tx: Tx) => Promise<T>, right?: Right) => Promise<T>;
}

/** One line per county in which the reader may see a park or an enterprise. */
export async function readCountyTable(asking: Asking): Promise<CountyTable> {
  const { today, scoped } = asking;
  const [parks, firms] = await scoped(async (tx) => {
    const parkRows = (await countParks(tx, today)).map((row) => [row.district_code, row] as const);
    const rows = (await countEnterprises(tx)).map((row) => [row.district_code, row] as const);
    return [new Map(parkRows), new Map(rows)];
  });
  const checks = await readChecks(asking);
  const counties = [...new Set([...parks.keys(), ...firms.keys()])].sort();
  return {
    rows: counties.map((districtCode) => ({
      districtCode,
      parks: parks.get(districtCode)?.parks ?? 0,
      starParks: parks.get(districtCode)?.star_parks ?? 0,
      enterprises: firms.get(districtCode)?.enterprises ?? 0,
      inParks: firms.get(districtCode)?.in_parks ?? 0,
      withProfile: firms.get(districtCode)?.with_profile ?? 0,
      withHazardousWaste: firms.get(districtCode)?.with_hazardous_waste ?? 0,
      checks: checks && (checks.get(districtCode) ?? none()),
    })),
  };
}

const none = (): CheckCounts => CheckCounts.parse({ levels: {}, permits: {} });

/** By the posts that may read checks; null where no post may. */
async function readChecks({ session, scoped }: Asking): Promise<Map<string, CheckCounts> | null> {
  if (!mayEver(session, READ_CHECKS.action, READ_CHECKS.resource)) return null;
  const counts = new Map<string, CheckCounts>();
  for (const row of await scoped(countChecksByCounty, READ_CHECKS)) {
    const county = counts.get(row.district_code) ?? none();
    county.checks += row.checks;
    county.levels[row.level] += row.checks;
    county.permits[row.permit] += row.checks;
    counts.set(row.district_code, county);
  }
  return counts;
}
