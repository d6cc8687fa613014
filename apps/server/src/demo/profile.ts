import { type PermitCategory, type Pollutant, type Profile } from '@ludao/contracts';
import type { NewEnterprise } from '../modules/enterprises/index.ts';
import type { NewOrganisation } from '../modules/organisations/index.ts';
import { HOMOPHONES, SYLLABLES, type TRADES } from './words.ts';

/** Codes that small parks often have, with the grams of a year that a first firm has of each. */
const WASTES = [
  ['900-041-49', 320_000],
  ['900-249-08', 750_000],
  ['900-039-49', 1_200_000],
] as const;

/** What an enterprise filled in; every third has not got to it yet. */
export function buildProfile(
  firm: NewOrganisation,
  trade: (typeof TRADES)[number],
  at: number,
): Partial<Profile> {
  if (at % 3 === 2) return {};
  const isWet = trade.wastewater !== 'NONE';
  const category: PermitCategory =
    trade.wastewater === 'PARK_PLANT' ? 'KEY' : isWet ? 'SIMPLIFIED' : 'REGISTRATION';
  const scale = 1 + (at % 7);
  return {
    permitCategory: category,
    permitNumber: `${firm.creditCode}001${category === 'REGISTRATION' ? 'X' : 'V'}`,
    permitValidTo: `${2027 + (at % 4)}-0${1 + (at % 9)}-15`,
    wastewaterLitresPerYear: isWet ? 450_000 * scale : null,
    pollutants: isWet
      ? [amountOf('COD', 22_500 * scale), amountOf('NH3N', 2250 * scale)]
      : [amountOf('VOCS', 85_000 * scale)],
    eiaApprovals: [
      {
        project: `演示${firm.name.slice(2, 8)}建设项目`,
        document: category === 'REGISTRATION' ? 'REGISTRATION' : 'FORM',
        number: `演示环建〔${2019 + (at % 5)}〕${1 + at}号`,
        approvedOn: `${2019 + (at % 5)}-03-18`,
        acceptedOn: at % 4 === 0 ? null : `${2020 + (at % 5)}-05-30`,
      },
    ],
    wastes: trade.waste
      ? WASTES.slice(0, 1 + (at % 3)).map(([code, grams]) => ({
          code,
          gramsPerYear: grams * scale,
          route: at % 2 === 0 ? ('COLLECTOR' as const) : null,
        }))
      : [],
    sites:
      at % 25 === 3
        ? [
            {
              name: '演示二厂区',
              address: '演示村路18号',
              parkId: null,
              longitude: null,
              latitude: null,
            },
          ]
        : [],
  };
}

function amountOf(pollutant: Pollutant, gramsPerYear: number) {
  return { pollutant, gramsPerYear };
}

/**
 * Makes the last three enterprises look like earlier ones that were entered a second time: with the
 * same name, with one that sounds the same, and with signs in it.
 */
export function enterTwice(enterprises: NewEnterprise[], organisations: NewOrganisation[]): void {
  const written = [
    (name: string) => name,
    (name: string) => name.replace(anySyllable, (syllable) => HOMOPHONES[syllable] ?? syllable),
    (name: string) => name.replace('演示', '演示 ').replace('有限公司', ' 有限公司'),
  ];
  written.forEach((write, at) => {
    const place = enterprises.length - 1 - at;
    const [late, early] = [enterprises[place]!, enterprises[20 + at]!];
    const name = write(early.name);
    const { parkId, unitId, address, movedIn, industries } = early;
    enterprises[place] = { ...late, name, parkId, unitId, address, movedIn, industries };
    const firm = organisations.findIndex(({ id }) => id === late.id);
    organisations[firm] = { ...organisations[firm]!, name };
  });
}

const anySyllable = new RegExp(`[${SYLLABLES.join('')}]`, 'g');
