import {
  ALLOWANCE_ITEMS,
  GRAMS_PER_KILOGRAM_DIGITS,
  LIABILITIES,
  LITRES_PER_CUBIC_METRE_DIGITS,
  writeAmount,
} from '@ludao/contracts';
import type { EiaOfPark } from '../park-eia/store.ts';
import type { Share } from './model.ts';
import type { Tenant } from './store.ts';

/** What the certificate of entry 入驻凭证 says, by the names of its template. */
export function papersOf(
  { park, unit }: Pick<Tenant, 'park' | 'unit'>,
  { eia, asked }: { readonly eia: EiaOfPark; readonly asked: readonly Share[] },
  today: string,
): Record<string, string> {
  return {
    park: park ?? '',
    unit: unit ?? '',
    eiaTitle: eia.title,
    approvalNo: eia.approvalNo,
    liability: LIABILITIES[eia.liability].zh,
    shares: asked.map(shareText).join('；'),
    admittedOn: today,
    validTo: eia.validTo,
  };
}

/** 化学需氧量 120.5 千克/年 */
function shareText({ item, amount }: Share): string {
  const { zh } = ALLOWANCE_ITEMS[item];
  return item === 'WASTEWATER'
    ? `${zh} ${writeAmount(Number(amount), LITRES_PER_CUBIC_METRE_DIGITS)} 立方米/日`
    : `${zh} ${writeAmount(Number(amount), GRAMS_PER_KILOGRAM_DIGITS)} 千克/年`;
}
