import { ALLOWANCE_ITEMS, type AllowanceItem } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { entryText } from '@ludao/contracts/entry-texts';
import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { currentLanguage } from '../../i18n/index.ts';
import type { Fault } from '../../ui/desk/fault-summary.tsx';
import { useAmounts } from './amounts.ts';

/** What the server said no to, with the amounts as people write them and the clause that is faulty. */
export function useRefusals(): (error: unknown) => readonly Fault[] {
  const problemText = useProblemText();
  const { t, i18n } = useTranslation('problems');
  const { nameOf, show, unitOf } = useAmounts();
  return (error) => {
    if (!(error instanceof ApiProblem)) return [{ field: null, text: problemText(error) }];
    const { code, params } = error;
    const { item, field } = params;
    if (typeof item === 'string' && item in ALLOWANCE_ITEMS) {
      const of = item as AllowanceItem;
      const amount = (value: unknown) => `${show(of, Number(value ?? 0))} ${unitOf(of)}`;
      const said = {
        item: nameOf(of),
        value: amount(params['value']),
        limit: amount(params['limit']),
      };
      return [{ field: 'totals', text: t(code, said) }];
    }
    if (code === 'ENTRY_INVALID') {
      const reason = String(params['reason'] ?? '');
      const text = entryText(reason, params, currentLanguage(i18n));
      return [{ field: 'conditions', text: `${problemText(error)} ${text}` }];
    }
    return [{ field: typeof field === 'string' ? field : null, text: problemText(error) }];
  };
}
