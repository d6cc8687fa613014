import {
  BUILD_KINDS,
  CERTIFICATE_LIMITS,
  IMPACTS,
  WAN_DIGITS,
  writeAmount,
  type FilingForm,
} from '@ludao/contracts';
import type { StoredCase } from '../model.ts';

/** The item of the catalogue that decided, as papers name it. */
export function catalogueItemOf({ answer }: Pick<StoredCase, 'answer'>): string {
  const item = answer.items.find(({ decides }) => decides) ?? answer.items[0];
  return item ? `第${item.item}项　${item.name}` : '';
}

/** Why a registration form is due: the text of the item, or area, clause and adoption that lowered it. */
export function basisTextOf({ answer, basis }: Pick<StoredCase, 'answer' | 'basis'>): string {
  const { law } = answer;
  const item = answer.items.find(({ decides }) => decides) ?? answer.items[0];
  const catalogue = `《${law.title}》（${law.documentNo}）`;
  const quote = item?.citation ? `${catalogueItemOf({ answer })}：${item.citation.text}` : '';
  const reliefs = basis.reliefs
    .filter(({ adoption }) => adoption !== null)
    .map(({ relief, clause, object, adoption }) => {
      const source = answer.reliefs.find((one) => one.relief === relief)?.source ?? '';
      return [object, `${source}${clause}`, `采纳文件：${adoption}`].filter(Boolean).join('，');
    });
  return [...reliefs, `${catalogue}${quote}`].join('；').slice(0, CERTIFICATE_LIMITS.text);
}

/** What the receipt says, by the keys of its template. No person is named. */
export function receiptFields(
  found: Pick<StoredCase, 'name' | 'address' | 'answer' | 'basis'>,
  form: FilingForm,
  creditCode: string,
): Readonly<Record<string, string>> {
  const wan = (cents: number | null) =>
    cents === null ? '' : `${writeAmount(cents, WAN_DIGITS)}万元`;
  return {
    credit_code: creditCode,
    project_name: found.name,
    place: found.address,
    nature: form.nature === null ? '' : BUILD_KINDS[form.nature].zh,
    catalogue_item: catalogueItemOf(found).slice(0, CERTIFICATE_LIMITS.line),
    investment: wan(form.investmentCents),
    environmental_investment: wan(form.environmentalInvestmentCents),
    operation_on: form.operationOn ?? '',
    content: form.content,
    measures: form.impacts
      .map(({ kind, measure, destination }) =>
        [`${IMPACTS[kind].zh}：${measure}`, destination].filter(Boolean).join('，去向：'),
      )
      .join('；'),
    basis: basisTextOf(found),
  };
}
