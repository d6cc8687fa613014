import { describe, expect, it } from 'vitest';
import { completeCreditCode, STOCK_SHEET_NAMES, type StockSheet } from '@ludao/contracts';
import { judgeAll } from './decide.ts';
import { approvalKey, comparable, placeKey, type Known, type Staged } from './model.ts';
import { anApprovalRow, anEiaRow, aPermitRow, aShareRow } from './testing.ts';

const PARK = '00000000-0000-4000-8000-00000000000a';
const ONE = '00000000-0000-4000-8000-00000000000b';
const CODE = completeCreditCode('91330603MA2D00001');
const STRANGER = completeCreditCode('91330603MA2D00002');

function known(over: Partial<Known> = {}): Known {
  const scan = (name: string, mediaType = 'application/pdf', state = 'CLEAN' as const) =>
    [
      comparable(name),
      { id: ONE, name, mediaType, bytes: 1, sha256: 'a'.repeat(64), scan: state },
    ] as const;
  return {
    today: '2026-11-25',
    park: {
      parkId: PARK,
      park: '演示园区',
      districtCode: '330603',
      ownerOrg: ONE,
      hasHolder: true,
    },
    tenants: new Map([
      [
        CODE,
        {
          enterpriseId: ONE,
          enterprise: '演示印染有限公司',
          creditCode: CODE,
          districtCode: '330603',
          address: '',
          industries: ['1752'],
        },
      ],
    ]),
    scans: new Map([scan('整体环评批复.pdf'), scan('表.xlsx', 'application/vnd.ms-excel')]),
    eia: null,
    permits: new Map(),
    approvals: new Set(),
    waiting: new Map(),
    holding: new Set(),
    reconciledOn: null,
    processes: new Map([['染色', 'process.dyeing']]),
    eiaFault: () => undefined,
    ...over,
  };
}

function judge(
  rows: Partial<Record<StockSheet, readonly Record<string, string>[]>>,
  facts: Partial<Known> = {},
) {
  const staged = Object.fromEntries(
    STOCK_SHEET_NAMES.map((sheet) => [
      sheet,
      (rows[sheet] ?? []).map((values, at) => ({ rowNumber: at + 2, values, faults: [] })),
    ]),
  ) as unknown as Staged;
  return judgeAll(staged, known(facts));
}
const faultsOf = (...given: Parameters<typeof judge>) =>
  judge(...given).flatMap(({ row, faults }) =>
    faults.map(({ column, code }) => `${row.rowNumber} ${column} ${code}`),
  );

describe('what a stock workbook says', () => {
  it('is taken as it stands where nothing is wrong with it, without asking any rule', () => {
    const judged = judge({
      EIA: [anEiaRow()],
      PERMITS: [aPermitRow('园区'), aPermitRow(CODE)],
      APPROVALS: [anApprovalRow(CODE)],
      SHARES: [aShareRow(CODE), { creditCode: CODE, name: '只有名称的行不读' }],
    });
    expect(judged.map(({ outcome }) => outcome)).toEqual(Array(5).fill('NEW'));
    expect(judged[0]?.entry).toMatchObject({
      form: {
        historical: true,
        envelope: {
          processes: ['process.dyeing'],
          totals: [{ pollutant: 'COD', gramsPerYear: 10_000_000 }],
          wastewaterLitresPerDay: 1_000_000,
        },
      },
    });
    expect(judged[1]?.entry).toMatchObject({ holder: { kind: 'park', id: PARK } });
    expect(judged[4]?.entry).toMatchObject({
      shares: [
        { item: 'COD', amount: 3_000_000n },
        { item: 'WASTEWATER', amount: 100_000n },
      ],
    });
  });

  it('names each fault by row and column', () => {
    expect(
      faultsOf({
        EIA: [anEiaRow({ industries: '1752、17', processes: '电镀', scan: '' })],
        PERMITS: [
          aPermitRow(CODE, { number: '12345', validTo: '2023-05-31', COD: '1.2345678' }),
          aPermitRow('园区', { category: '登记管理' }),
        ],
        APPROVALS: [
          anApprovalRow(STRANGER, { document: '说明' }),
          anApprovalRow(CODE, { name: '别的公司', acceptedOn: '2020-01-01', scan: '没有.pdf' }),
          anApprovalRow(CODE, { scan: '表.xlsx', approvedOn: '2026-11-26' }),
        ],
        SHARES: [aShareRow(CODE, { since: '去年', COD: '-1' }), aShareRow(CODE.slice(1))],
      }),
    ).toEqual([
      '2 industries INDUSTRY_DIGITS',
      '2 processes PROCESS_UNKNOWN',
      '2 scan REQUIRED',
      '2 number PERMIT_NUMBER_FORM',
      '2 validTo ENDS_BEFORE_START',
      '2 COD AMOUNT_TOO_FINE',
      '3 COD REGISTRATION_WITH_AMOUNTS',
      '2 creditCode NOT_A_TENANT',
      '2 document NOT_AN_OPTION',
      '3 name NAME_DIFFERS',
      '3 acceptedOn ACCEPTED_BEFORE_APPROVAL',
      '3 scan SCAN_MISSING',
      '4 approvedOn DAY_IN_FUTURE',
      '4 scan SCAN_KIND',
      '2 since NOT_A_DATE',
      '2 COD AMOUNT_TOO_FINE',
      '3 creditCode CREDIT_CODE_LENGTH',
    ]);
  });

  it('tells rows that stand twice, and what contradicts the record', () => {
    expect(
      faultsOf(
        {
          EIA: [anEiaRow(), anEiaRow()],
          PERMITS: [aPermitRow(CODE), aPermitRow(CODE)],
          SHARES: [aShareRow(CODE)],
        },
        {
          eia: { title: '在办', approvalNo: null },
          permits: new Map([[placeKey(ONE, ''), '91330603MA2D0000XB001P']]),
          reconciledOn: '2026-01-01',
        },
      ),
    ).toEqual([
      '2 approvalNo PARK_EIA_EXISTS',
      '3 title EIA_ONE_ROW',
      '2 number PERMIT_EXISTS',
      '3 creditCode STOCK_ROW_TWICE',
      '2 creditCode PARK_RECONCILED',
    ]);
  });

  it('recognises what is on record already, and a share that is put right', () => {
    const facts = {
      eia: { title: '', approvalNo: anEiaRow()['approvalNo']! },
      permits: new Map([[placeKey(ONE, ''), aPermitRow(CODE)['number']!]]),
      approvals: new Set([approvalKey(ONE, anApprovalRow(CODE)['number']!)]),
      waiting: new Map([
        [ONE, { since: '2021-06-01', shares: [{ item: 'COD' as const, amount: 3_000_000n }] }],
      ]),
    };
    const outcomes = (share: Record<string, string>) =>
      judge(
        {
          EIA: [anEiaRow()],
          PERMITS: [aPermitRow(CODE)],
          APPROVALS: [anApprovalRow(CODE)],
          SHARES: [share],
        },
        facts,
      ).map(({ outcome }) => outcome);
    expect(outcomes(aShareRow(CODE, { WASTEWATER: '' }))).toEqual(Array(4).fill('SAME'));
    expect(outcomes(aShareRow(CODE)).at(-1)).toBe('CHANGE');
  });
});
