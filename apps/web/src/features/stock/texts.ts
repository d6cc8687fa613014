import {
  ALLOWANCE_ITEMS,
  stockDigits,
  stockUnit,
  writeAmount,
  type AllowanceItem,
} from '@ludao/contracts';
import { STOCK_CODES, stockText } from '@ludao/contracts/stock-texts';
import { EXCEL_CODES } from '@ludao/contracts/excel-texts';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { currentLanguage } from '../../i18n/index.ts';

/** Amounts in the units of the workbook: tonnes a year, cubic metres a day. */
export function useStockAmounts() {
  const { i18n } = useTranslation();
  const language = currentLanguage(i18n);
  return {
    nameOf: (item: AllowanceItem) => ALLOWANCE_ITEMS[item][language],
    figure: (item: AllowanceItem, amount: number) =>
      `${writeAmount(amount, stockDigits(item))} ${stockUnit(item)[language]}`,
  };
}

/** What the server says about a row, a file or a request, in the language of the page. */
export function useStockTexts() {
  const { t, i18n } = useTranslation('problems');
  const problemText = useProblemText();
  const { nameOf, figure } = useStockAmounts();
  const language = currentLanguage(i18n);
  return {
    said: ({ code, params }: { code: string; params: Record<string, string | number> }) =>
      stockText(code, params, language),
    problem: (error: unknown): string => {
      if (!(error instanceof ApiProblem)) return problemText(error);
      const { code, params } = error;
      if ([...EXCEL_CODES, ...STOCK_CODES].includes(code)) return stockText(code, params, language);
      const { item } = params;
      if (typeof item !== 'string' || !(item in ALLOWANCE_ITEMS)) return problemText(error);
      const of = item as AllowanceItem;
      const amount = (value: unknown) => figure(of, Number(value ?? 0));
      const { value, limit } = params;
      return t(code, { item: nameOf(of), value: amount(value), limit: amount(limit) });
    },
  };
}
