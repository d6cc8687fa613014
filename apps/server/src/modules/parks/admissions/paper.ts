import {
  ALLOWANCE_ITEMS,
  GRAMS_PER_KILOGRAM_DIGITS,
  LIABILITIES,
  LITRES_PER_CUBIC_METRE_DIGITS,
  permitBasisOf,
  writeAmount,
} from '@ludao/contracts';
import type { ParkPermit } from '../park-eia/model.ts';
import type { EiaOfPark } from '../park-eia/model.ts';
import type { Share, Tenant } from './model.ts';

/** What the certificate of entry 入驻凭证 says, by the names of its template. */
export function papersOf(
  { park, unit, industries }: Pick<Tenant, 'park' | 'unit' | 'industries'>,
  under: {
    readonly eia: EiaOfPark;
    readonly asked: readonly Share[];
    readonly permit: ParkPermit | null;
  },
): Record<string, string> {
  const { eia, asked, permit } = under;
  return {
    park: park ?? '',
    unit: unit ?? '',
    park_eia: `${eia.title}（${eia.approvalNo}）`,
    industry: industries.join('、'),
    amounts: asked.map(shareText).join('；'),
    liability: LIABILITIES[eia.liability].zh,
    permit_basis:
      permitBasisOf(eia.liability) === 'PILOT'
        ? `纳入园区排污许可证管理（试点）：${permit?.number ?? ''}`
        : '由企业自行办理排污许可或者登记',
    eia_valid_to: eia.validTo,
  };
}

/** 化学需氧量 120.5 千克/年 */
function shareText({ item, amount }: Share): string {
  const { zh } = ALLOWANCE_ITEMS[item];
  return item === 'WASTEWATER'
    ? `${zh} ${writeAmount(Number(amount), LITRES_PER_CUBIC_METRE_DIGITS)} 立方米/日`
    : `${zh} ${writeAmount(Number(amount), GRAMS_PER_KILOGRAM_DIGITS)} 千克/年`;
}
