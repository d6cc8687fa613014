import { completeCreditCode, type OrganisationKind } from '@ludao/contracts';
import type { NewEnterprise } from '../modules/enterprises/index.ts';
import type { NewOrganisation } from '../modules/organisations/index.ts';
import type { NewBuilding, NewPark } from '../modules/parks/index.ts';
import type { Draws } from './random.ts';
import { buildProfile, enterTwice } from './profile.ts';
import { PARK_WORDS, SYLLABLES, TRADES, type County } from './words.ts';

/** A county with fewer enterprises is one of a test: it has none of them twice, and no cases. */
export const FEW = 100;

/** All invented entries of one county. */
export interface DemoCounty {
  readonly organisations: readonly NewOrganisation[];
  readonly parks: readonly NewPark[];
  readonly enterprises: readonly NewEnterprise[];
  /** The first office of each kind, for the accounts. */
  readonly office: Readonly<Partial<Record<OrganisationKind, NewOrganisation>>>;
}

/** Its own line of credit codes: DEM in the place where a real one has the firm's own number. */
function codeOf(county: County, number: number): string {
  return completeCreditCode(`91${county.code}DEM${String(number).padStart(6, '0')}`);
}

/** Builds a county: offices, parks with buildings and landlords, and tenants with their trades. */
export function buildCounty(
  county: County,
  size: { readonly parks: number; readonly enterprises: number },
  draws: Draws,
): DemoCounty {
  const organisations: NewOrganisation[] = [];
  let number = 0;
  const enter = (kind: OrganisationKind, name: string, isOffice: boolean): NewOrganisation => {
    number += 1;
    const isPublic = isOffice || kind === 'PARK_OWNER';
    const made: NewOrganisation = {
      id: draws.id(),
      kind,
      name: `演示${name}`,
      creditCode: isOffice ? null : codeOf(county, number),
      districtCode: county.code,
      territory: isOffice ? [county.code] : [],
      isPublic,
    };
    organisations.push(made);
    return made;
  };
  const office: Partial<Record<OrganisationKind, NewOrganisation>> = {
    COUNTY_EEB: enter('COUNTY_EEB', `${county.name}生态环境分局`, true),
    COUNTY_GOV: enter('COUNTY_GOV', `${county.name}政府`, true),
    ECON_INFO_DEPT: enter('ECON_INFO_DEPT', `${county.name}经信局`, true),
    TOWN: enter('TOWN', `${county.name}滨河街道`, true),
    TECH_REVIEW_BODY: enter('TECH_REVIEW_BODY', `${county.name}技术评估中心`, false),
    THIRD_PARTY_ORG: enter('THIRD_PARTY_ORG', `${county.name}环保管家公司`, false),
    HW_COLLECTOR: enter('HW_COLLECTOR', `${county.name}小微危废收运公司`, false),
  };
  const landlords = Array.from({ length: Math.ceil(size.parks / 3) }, (_, at) =>
    enter('LANDLORD', `${county.name}厂房租赁${at + 1}号公司`, false),
  );
  const parks = Array.from({ length: size.parks }, (_, at) => {
    const name = `演示${county.name}${draws.pick(SYLLABLES)}${draws.pick(SYLLABLES)}${PARK_WORDS[at % PARK_WORDS.length]}小微园`;
    const operator = enter('PARK_OWNER', `${name.slice(2)}运营公司`, false);
    return buildPark(county, at, name, operator, draws.pick(landlords), draws);
  });
  // Somebody who lets something, or the account would have nothing to do.
  const lets = ({ id }: NewOrganisation) =>
    parks.some(({ buildings }) => buildings.some(({ landlord }) => landlord === id));
  office.LANDLORD = landlords.find(lets) ?? landlords[0]!;
  office.PARK_OWNER = organisations.find(({ id }) => id === parks[0]!.operator)!;
  const enterprises = Array.from({ length: size.enterprises }, (_, at) => {
    // Nine of ten in a park, and the first in the first park, where the demonstration begins.
    const park = at === 0 || draws.chance(0.9) ? parks[at % parks.length]! : null;
    const trade = draws.pick(TRADES);
    const called = `${county.name}${draws.pick(SYLLABLES)}${draws.pick(SYLLABLES)}${draws.pick(trade.words)}有限公司`;
    const firm = enter('ENTERPRISE', called, false);
    return { ...buildEnterprise(firm, park, trade, draws), ...buildProfile(firm, trade, at) };
  });
  if (size.enterprises >= FEW) enterTwice(enterprises, organisations);
  office.ENTERPRISE = organisations.find(({ id }) => id === enterprises[0]!.id)!;
  return { organisations, parks, enterprises, office };
}

function buildPark(
  county: County,
  at: number,
  name: string,
  operator: NewOrganisation,
  landlord: NewOrganisation,
  draws: Draws,
): NewPark {
  const stars = [5, 4, null, 3, null, 4][at % 6] ?? null;
  const buildings = Array.from({ length: 2 + draws.below(3) }, (_, building): NewBuilding => ({
    id: draws.id(),
    name: `${building + 1}号楼`,
    landlord: draws.chance(0.5) ? landlord.id : operator.id,
    storeys: 3,
    units: Array.from({ length: 6 }, (_unused, unit) => ({
      id: draws.id(),
      name: `${1 + Math.floor(unit / 2)}0${1 + (unit % 2)}`,
      storey: 1 + Math.floor(unit / 2),
      areaM2: 400 + 50 * draws.below(30),
    })),
  }));
  return {
    id: draws.id(),
    name,
    districtCode: county.code,
    kind: at % 6 === 5 ? 'INNOVATION' : 'MANUFACTURING',
    operator: operator.id,
    legalEntity: at % 3 === 0 ? operator.id : null,
    address: `演示${county.name}工业大道${100 + at}号`,
    longitude: (120.4 + at / 100).toFixed(6),
    latitude: (30.0 + at / 200).toFixed(6),
    wastewater: at % 2 === 0 ? 'PARK_PLANT' : 'SEWER',
    plantLitresPerDay: at % 2 === 0 ? 200_000 + 50_000 * at : null,
    rainSewageApart: at % 5 !== 4,
    sharedFacilities: at % 4 === 0 ? '演示危废收集点、集中喷涂中心' : '',
    designations: stars
      ? [
          {
            id: draws.id(),
            kind: 'STARS',
            stars,
            evidence: '演示小微企业园星级评定结果的通知',
            documentNo: `演示经信〔2024〕${10 + at}号`,
            issuedOn: '2024-06-20',
            validFrom: '2024-07-01',
            // One whose time has run out, to be seen as such.
            validTo: at % 6 === 3 ? '2026-06-30' : '2027-06-30',
          },
        ]
      : [],
    buildings,
  };
}

function buildEnterprise(
  firm: NewOrganisation,
  park: NewPark | null,
  trade: (typeof TRADES)[number],
  draws: Draws,
): NewEnterprise {
  const building = park && draws.pick(park.buildings);
  const unit = building && draws.pick(building.units);
  const month = String(1 + draws.below(12)).padStart(2, '0');
  return {
    id: firm.id,
    name: firm.name,
    creditCode: firm.creditCode!,
    industries: [trade.code],
    districtCode: firm.districtCode,
    address:
      park && building && unit ? `${park.address}${building.name}${unit.name}` : '演示村路1号',
    parkId: park?.id ?? null,
    unitId: unit?.id ?? null,
    movedIn: park ? `${2018 + draws.below(8)}-${month}-01` : null,
    wastewater: trade.wastewater,
    hazardousWaste: trade.waste,
  };
}
