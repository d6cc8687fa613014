import { completeCreditCode, EMPTY_APPROVAL_FILE, type ApprovalFile } from '@ludao/contracts';

/** Moulding plastics: a report form. */
export const A_FORM = { industries: ['2926'], unstated: 'no' } as const;
/** Electroplating: a report book. */
export const A_REPORT = {
  industries: ['3360'],
  facts: { 'process.electroplating': true },
  unstated: 'no',
} as const;

/** An application with everything filled in that both kinds of document ask. */
export function anApplication(changed: Partial<ApprovalFile> = {}): ApprovalFile {
  return {
    ...EMPTY_APPROVAL_FILE,
    projectCode: '2601-330603-89-01-829469',
    construction: 'NEW',
    occasion: 'FIRST',
    totalYuan: 12_000_000,
    environmentYuan: 600_000,
    months: 6,
    begun: false,
    landSquareMetres: 800,
    preparer: '演示环评编制有限公司',
    preparerCode: completeCreditCode('91330603DEM990001'),
    leadNumber: 'BH000001',
    overview: '演示：租用园区厂房，建设一条生产线。',
    participation: '演示：已张贴公告，未收到意见。',
    commitments: '演示：废气收集处理后达标排放。',
    impacts: '演示：废气经活性炭吸附；危险废物委托处置。',
    pollutants: [{ pollutant: 'VOCS', gramsPerYear: 120_000 }],
    ...changed,
  };
}

export const A_CONTACT = { name: '演示联系人', phone: '13700000001' };
export const A_LEAD = { name: '演示主持人', phone: null };
