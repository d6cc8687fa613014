import type { ParkRow } from '@ludao/contracts';

/** A park as a list shows it. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly district_code: string;
  readonly kind: ParkRow['kind'];
  readonly operator: string | null;
  readonly stars: number | null;
  readonly enterprises: number;
}

/** $1 is the day on which stars count. */
export const COLUMNS = `
  p.id, p.name, p.district_code, p.kind, o.name as operator,
  (select max(d.stars) from park_designation d
   where d.park_id = p.id and d.valid_from <= $1::date and (d.valid_to is null or d.valid_to >= $1::date)
  ) as stars,
  (select count(*)::integer from enterprise e
   where e.park_id = p.id and e.merged_into is null) as enterprises`;

export function toRow({ district_code, ...row }: Row): ParkRow {
  return { ...row, districtCode: district_code };
}
