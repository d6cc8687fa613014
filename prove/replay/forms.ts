import {
  COMPLETION_BAR_NAMES,
  completeCreditCode,
  EMPTY_APPROVAL_FILE,
  EMPTY_FILING,
  MAIN_POLLUTANTS,
  PERMIT_CHANGE_NAMES,
  type CaseTrack,
} from '@ludao/contracts';

/** A project of each track, in the county whose adoptions are invented. */
export const PROJECTS: Readonly<Record<CaseTrack, object>> = {
  REGISTRATION: { works: ['waste_gas'], facts: { nature: 'new' }, unstated: 'no' },
  COMMITMENT: {
    industries: ['2926'],
    unstated: 'no',
    place: { park: 'demo-park-plastics' },
    facts: { nature: 'new', building: 'industrial', 'reform.meets_standards': true },
  },
  FORM: { industries: ['2926'], unstated: 'no' },
  REPORT: { industries: ['3360'], facts: { 'process.electroplating': true }, unstated: 'no' },
  ZERO_LAND: {
    works: ['waste_gas'],
    unstated: 'no',
    place: { park: 'demo-park-plain' },
    facts: {
      nature: 'retrofit',
      'site.in_park': true,
      'retrofit.public_env_infra': true,
      'retrofit.no_new_land': true,
      'retrofit.no_added_pollutant': true,
    },
  },
};

export const FILING = {
  ...EMPTY_FILING,
  nature: 'RETROFIT',
  floorAreaM2: 120,
  investmentCents: 50_000_000,
  environmentalInvestmentCents: 5_000_000,
  operationOn: '2027-12-01',
  content: '演示：新增一套活性炭吸附装置',
  impacts: [{ kind: 'AIR', measure: '活性炭吸附', destination: '15米高排气筒' }],
  legalRepresentative: '演示张某某',
  contact: '演示李某某',
  phone: '13612345678',
} as const;

export const FILE = {
  ...EMPTY_APPROVAL_FILE,
  projectCode: '2601-330603-89-01-829469',
  construction: 'NEW',
  occasion: 'FIRST',
  totalYuan: 12_000_000,
  environmentYuan: 600_000,
  months: 6,
  begun: false,
  preparer: '演示环评编制有限公司',
  preparerCode: completeCreditCode('91330603DEM990001'),
  leadNumber: 'BH000001',
  overview: '演示：租用园区厂房，建设一条生产线。',
  participation: '演示：已张贴公告。',
  commitments: '演示：废气收集处理后达标排放。',
  impacts: '演示：废气经活性炭吸附。',
  pollutants: [{ pollutant: 'VOCS', gramsPerYear: 120_000 }],
} as const;

/** A retrofit of a park's waste-gas works that leaves every amount as it is. */
export const retrofit = (landFile: string, permitChange: boolean) => ({
  kind: 'WASTE_GAS',
  facility: '演示集中喷涂废气处理设施',
  works: '活性炭吸附改为沸石转轮加催化燃烧',
  centralPlant: false,
  newLandM2: 0,
  landFile,
  amounts: MAIN_POLLUTANTS.map((pollutant) => ({
    pollutant,
    beforeGrams: pollutant === 'VOCS' ? 850_000 : 0,
    afterGrams: pollutant === 'VOCS' ? 840_000 : 0,
  })),
  changes: Object.fromEntries(
    PERMIT_CHANGE_NAMES.map((name, at) => [name, permitChange && at === 0]),
  ),
});

/** None of the nine bars applies, or the first of them does. */
export const bars = (isBarred: boolean) =>
  Object.fromEntries(
    COMPLETION_BAR_NAMES.map((name, at) => [
      name,
      { applies: isBarred && at === 0, words: isBarred && at === 0 ? '演示：未建成' : '' },
    ]),
  );
