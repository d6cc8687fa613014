import {
  EIA_DOCUMENTS,
  GRAMS_PER_KILOGRAM_DIGITS,
  GRAMS_PER_TONNE_DIGITS,
  LITRES_PER_CUBIC_METRE_DIGITS,
  PERMIT_CATEGORIES,
  POLLUTANTS,
  WASTE_ROUTES,
  writeAmount,
  type DossierBlock,
  type DossierCell,
  type Profile,
} from '@ludao/contracts';
import { block, cell } from '../../dossier/index.ts';

/** Units that need no translation. */
const kilograms = (grams: number) => `${writeAmount(grams, GRAMS_PER_KILOGRAM_DIGITS)} kg/a`;
const tonnes = (grams: number) => `${writeAmount(grams, GRAMS_PER_TONNE_DIGITS)} t/a`;
const cubicMetres = (litres: number) =>
  `${writeAmount(litres, LITRES_PER_CUBIC_METRE_DIGITS)} m³/a`;

/** A part of the profile in one cell, for the timeline. */
export const PROFILE_CELLS: {
  readonly [Key in keyof Profile]: (value: NonNullable<Profile[Key]>) => DossierCell;
} = {
  permitCategory: (category) => cell.words(PERMIT_CATEGORIES[category]),
  permitNumber: (number) => cell.code(number),
  permitValidTo: (day) => cell.day(day),
  wastewaterLitresPerYear: (litres) => cell.text(cubicMetres(litres)),
  pollutants: (list) =>
    list.flatMap(({ pollutant, gramsPerYear }) => [
      ...cell.words(POLLUTANTS[pollutant]),
      ...cell.text(kilograms(gramsPerYear)),
    ]),
  eiaApprovals: (list) => list.flatMap(({ number }) => cell.code(number)),
  wastes: (list) =>
    list.flatMap(({ code, gramsPerYear }) => cell.text(`${code} ${tonnes(gramsPerYear)}`)),
  sites: (list) => list.flatMap(({ name, address }) => cell.text(`${name} ${address}`)),
};

/** What was entered of discharge and waste in lists; a list without entries is not shown. */
export function profileTables({ pollutants, wastes, eiaApprovals }: Profile): DossierBlock[] {
  const none = { zh: '没有登记。', en: 'Nothing is on record.' };
  const tables: [rows: DossierCell[][], columns: Parameters<typeof block.table>[0]][] = [
    [
      pollutants.map(({ pollutant, gramsPerYear }) => [
        cell.words(POLLUTANTS[pollutant]),
        cell.text(kilograms(gramsPerYear)),
      ]),
      [
        { zh: '主要污染物', en: 'Pollutant' },
        { zh: '年排放量', en: 'A year', end: true },
      ],
    ],
    [
      wastes.map(({ code, gramsPerYear, route }) => [
        cell.code(code),
        cell.words(route === null ? undefined : WASTE_ROUTES[route]),
        cell.text(tonnes(gramsPerYear)),
      ]),
      [
        { zh: '危险废物代码', en: 'Hazardous waste' },
        { zh: '去向', en: 'Taken by' },
        { zh: '年产生量', en: 'A year', end: true },
      ],
    ],
    [
      eiaApprovals.map(({ project, document, number, approvedOn, acceptedOn }) => [
        cell.text(project),
        cell.words(EIA_DOCUMENTS[document]),
        cell.code(number),
        cell.day(approvedOn),
        cell.day(acceptedOn),
      ]),
      [
        { zh: '环评项目', en: 'EIA project' },
        { zh: '文件', en: 'Document' },
        { zh: '批复或备案号', en: 'Number' },
        { zh: '日期', en: 'Approved on' },
        { zh: '验收', en: 'Accepted on' },
      ],
    ],
  ];
  return tables
    .filter(([rows]) => rows.length > 0)
    .map(([rows, columns]) => block.table(columns, rows, none));
}

/** Further places of the enterprise. */
export function siteTable({ sites }: Profile): DossierBlock {
  return block.table(
    [
      { zh: '厂区', en: 'Site' },
      { zh: '地址', en: 'Address' },
      { zh: '经纬度', en: 'Position' },
    ],
    sites.map(({ name, address, longitude, latitude }) => [
      cell.text(name),
      cell.text(address),
      cell.text(longitude !== null && latitude !== null ? `${longitude}°E, ${latitude}°N` : null),
    ]),
    { zh: '没有登记其他厂区。', en: 'No other site is on record.' },
  );
}
