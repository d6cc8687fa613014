import { MAIN_POLLUTANTS, PERMIT_CHANGE_NAMES, type RetrofitForm } from '@ludao/contracts';
import type { RetrofitFacts } from './model.ts';

export const IN_A_PARK: RetrofitFacts = { inPark: true, publicInfra: true, isRetrofit: true };
const A_FILE = '00000000-0000-4000-8000-00000000000f';

/** A retrofit of a park's waste-gas works that leaves every amount as it is. */
export function aRetrofit(over: Partial<RetrofitForm> = {}): RetrofitForm {
  return {
    kind: 'WASTE_GAS',
    facility: '演示集中喷涂废气处理设施',
    works: '活性炭吸附改为沸石转轮加催化燃烧',
    centralPlant: false,
    newLandM2: 0,
    landFile: A_FILE,
    baseline: null,
    amounts: MAIN_POLLUTANTS.map((pollutant) => ({
      pollutant,
      beforeGrams: pollutant === 'VOCS' ? 850_000 : 0,
      afterGrams: pollutant === 'VOCS' ? 850_000 : 0,
    })),
    changes: Object.fromEntries(
      PERMIT_CHANGE_NAMES.map((name) => [name, false]),
    ) as RetrofitForm['changes'],
    ...over,
  };
}
