import {
  CERTIFICATE_LIMITS,
  POLLUTANTS,
  RETROFIT_KINDS,
  type RetrofitFindings,
  type RetrofitForm,
} from '@ludao/contracts';

const GRAMS_PER_TONNE = 1_000_000n;

/** Tonnes as a paper writes them, every gram of it. */
export function inTonnes(grams: number): string {
  const whole = BigInt(grams);
  const rest = String(whole % GRAMS_PER_TONNE)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const tonnes = String(whole / GRAMS_PER_TONNE);
  return rest === '' ? tonnes : `${tonnes}.${rest}`;
}

/** What the certificate of an exempt retrofit says, field by field. */
export function fieldsOf(
  { name, address, creditCode }: { name: string; address: string; creditCode: string },
  form: RetrofitForm,
  { permit }: RetrofitFindings,
): Record<string, string> {
  const { line, text } = CERTIFICATE_LIMITS;
  const kind = form.kind ? RETROFIT_KINDS[form.kind].zh : '';
  return {
    credit_code: creditCode,
    project_name: name.slice(0, line),
    place: address.slice(0, line),
    facility: `${form.facility}（${kind}）`.slice(0, line),
    content: form.works.slice(0, text),
    land: '不新增建设用地（0 平方米）',
    amounts: amountsOf(form).slice(0, text),
    permit_change: permit.change === 'DUE' ? '应当重新申请取得排污许可证' : '不涉及',
  };
}

/** Pollutants that leave the site at all; nothing of the others is worth a line. */
function amountsOf({ amounts }: RetrofitForm): string {
  const some = amounts.filter(({ beforeGrams, afterGrams }) => beforeGrams || afterGrams);
  const lines = some.map(({ pollutant, beforeGrams, afterGrams }) => {
    const before = inTonnes(beforeGrams ?? 0);
    return `${POLLUTANTS[pollutant].zh}：${before} 吨/年 → ${inTonnes(afterGrams ?? 0)} 吨/年`;
  });
  return lines.length > 0 ? lines.join('\n') : '改造前后均不排放主要污染物';
}
