import type { Outlet, PermitContent } from '@ludao/contracts';

export function anOutlet(over: Partial<Outlet> = {}): Outlet {
  return {
    code: 'DA001',
    kind: 'AIR_ORGANISED',
    name: '演示喷涂废气排放口',
    pollutants: [
      {
        name: '非甲烷总烃',
        concentration: '60',
        unit: 'MG_M3',
        standard: 'DB33/2146-2018',
      },
    ],
    ...over,
  };
}

/** What a small painting shop's permit says. */
export function aContent(over: Partial<PermitContent> = {}): PermitContent {
  return {
    address: '演示工业大道100号1号楼101',
    industries: ['2926'],
    wastewater: 'NONE',
    outlets: [anOutlet()],
    amounts: [{ pollutant: 'VOCS', gramsPerYear: 1_250_000 }],
    measures: ['喷涂废气经活性炭吸附后高空排放'],
    monitoring: ['DA001 非甲烷总烃，每半年监测一次'],
    ledger: ['活性炭更换台账，按月记录；执行报告每年一次'],
    standards: ['DB33/2146-2018'],
    ...over,
  };
}
