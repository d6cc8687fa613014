import type { CountyTable } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { countByCounty as countEnterprises } from '../enterprises/index.ts';
import { countByCounty as countParks } from '../parks/index.ts';

/** One line per county in which the reader may see a park or an enterprise. */
export async function readCountyTable(tx: Tx, today: string): Promise<CountyTable> {
  const parks = new Map((await countParks(tx, today)).map((row) => [row.district_code, row]));
  const firms = new Map((await countEnterprises(tx)).map((row) => [row.district_code, row]));
  const counties = [...new Set([...parks.keys(), ...firms.keys()])].sort();
  return {
    rows: counties.map((districtCode) => ({
      districtCode,
      parks: parks.get(districtCode)?.parks ?? 0,
      starParks: parks.get(districtCode)?.star_parks ?? 0,
      enterprises: firms.get(districtCode)?.enterprises ?? 0,
      inParks: firms.get(districtCode)?.in_parks ?? 0,
      withHazardousWaste: firms.get(districtCode)?.with_hazardous_waste ?? 0,
    })),
  };
}
