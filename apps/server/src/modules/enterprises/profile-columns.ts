import { EMPTY_PROFILE, type Profile } from '@ludao/contracts';

/** The profile's columns in one order, for statements that write them. */
export const PROFILE_COLUMNS = [
  ['permit_category', 'text'],
  ['permit_number', 'text'],
  ['permit_valid_to', 'date'],
  ['wastewater_litres_per_year', 'bigint'],
  ['pollutants', 'jsonb'],
  ['eia_approvals', 'jsonb'],
  ['wastes', 'jsonb'],
  ['sites', 'jsonb'],
] as const;

/** 'permit_category, permit_number, …' */
export const PROFILE_NAMES = PROFILE_COLUMNS.map(([name]) => name).join(', ');

/** '$14::text[], $15::text[], …' for unnest. */
export function profileArrays(first: number): string {
  return PROFILE_COLUMNS.map(([, type], at) => `$${first + at}::${type}[]`).join(', ');
}

/** 'permit_category = given.permit_category, …' */
export function profileFrom(given: string): string {
  return PROFILE_COLUMNS.map(([name]) => `${name} = ${given}.${name}`).join(', ');
}

/** A row's values in the order of the columns; lists as JSON. */
export function profileValues(given: Partial<Profile>): readonly (string | number | null)[] {
  const profile = { ...EMPTY_PROFILE, ...given };
  return [
    profile.permitCategory,
    profile.permitNumber,
    profile.permitValidTo,
    profile.wastewaterLitresPerYear,
    JSON.stringify(profile.pollutants),
    JSON.stringify(profile.eiaApprovals),
    JSON.stringify(profile.wastes),
    JSON.stringify(profile.sites),
  ];
}

/** One array per column, of many rows. */
export function profileColumnsOf(rows: readonly Partial<Profile>[]): unknown[][] {
  const values = rows.map(profileValues);
  return PROFILE_COLUMNS.map((_, column) => values.map((row) => row[column]));
}

export interface ProfileRow {
  readonly permit_category: Profile['permitCategory'];
  readonly permit_number: string | null;
  readonly permit_valid_to: string | null;
  readonly wastewater_litres_per_year: bigint | null;
  readonly pollutants: Profile['pollutants'];
  readonly eia_approvals: Profile['eiaApprovals'];
  readonly wastes: Profile['wastes'];
  readonly sites: Profile['sites'];
}

export function profileOf(row: ProfileRow): Profile {
  const litres = row.wastewater_litres_per_year;
  return {
    permitCategory: row.permit_category,
    permitNumber: row.permit_number,
    permitValidTo: row.permit_valid_to,
    // At most 10^11, as the form says: a number holds it exactly.
    wastewaterLitresPerYear: litres === null ? null : Number(litres),
    pollutants: row.pollutants.map(({ pollutant, gramsPerYear }) => ({ pollutant, gramsPerYear })),
    eiaApprovals: row.eia_approvals.map(
      ({ project, document, number, approvedOn, acceptedOn }) => ({
        project,
        document,
        number,
        approvedOn,
        acceptedOn,
      }),
    ),
    wastes: row.wastes.map(({ code, gramsPerYear, route }) => ({ code, gramsPerYear, route })),
    sites: row.sites.map(({ name, address, parkId, longitude, latitude }) => ({
      name,
      address,
      parkId,
      longitude,
      latitude,
    })),
  };
}
