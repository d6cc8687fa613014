import { levelText } from '@ludao/contracts/texts';
import { screeningZh } from '@ludao/contracts/screening-zh';
import type { Answer, AnyLevel, Change, FactValue, Screener } from '@ludao/rules';

/** What a document is made from: the answer, the law it came from, and the project's own name. */
export interface Told {
  readonly answer: Answer;
  readonly screener: Screener;
  readonly project: {
    readonly name?: string | undefined;
    readonly industries?: readonly (string | { readonly code: string })[] | undefined;
    readonly works?: readonly (string | { readonly work: string })[] | undefined;
  };
  /** Facts of the project as its input said them. */
  readonly stated: readonly FactValue[];
}

/** Fills the blanks of a sentence: `{{name}}` from the parameters. */
export function fill(sentence: string, params: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}

export function join(words: readonly string[]): string {
  return words.join(screeningZh.listSeparator);
}

/** One level, or the two it lies between. */
export function levelOrRange(floor: AnyLevel, ceiling: AnyLevel): string {
  const name = (level: AnyLevel) => levelText(level, 'zh');
  if (floor === ceiling) return name(floor);
  return fill(screeningZh.answer.fromTo, { floor: name(floor), ceiling: name(ceiling) });
}

/** How sure a source is; what was read in the original needs no mark. */
export function unsure(confidence: string): { unsure?: string } {
  if (confidence === 'secondary' || confidence === 'practitioner') {
    return { unsure: screeningZh.confidence[confidence] };
  }
  return {};
}

export function where(activity: string | null): string {
  return activity ? `（${activity}）` : '';
}

const number = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 });

/** Facts and changes as short Chinese sentences, the same as the page's. */
export class FactWords {
  readonly #screener: Screener;

  constructor(screener: Screener) {
    this.#screener = screener;
  }

  label(key: string): string {
    return this.#screener.table.getFact(key).label.zh;
  }

  labels(keys: readonly string[]): string {
    return join(keys.map((key) => this.label(key)));
  }

  value({ fact, value }: FactValue): string {
    if (value === null) return screeningZh.unknown;
    if (value === true) return screeningZh.yes;
    if (value === false) return screeningZh.no;
    if (!('unit' in value)) return value.map((id) => this.#option(fact, id)).join('或');
    const unit = this.#unit(value.unit);
    const { min, max } = value;
    if (max === null) return fill(screeningZh.amount.from, { value: number.format(min), unit });
    if (max !== min) return `${number.format(min)} – ${number.format(max)} ${unit}`;
    return min === 0 ? screeningZh.amount.none : `${number.format(min)} ${unit}`;
  }

  change({ fact, activity, to }: Change): string {
    const label = this.label(fact);
    const place = where(activity);
    if (to === true) return label + place;
    if (to === false) return fill(screeningZh.change.not, { fact: label }) + place;
    if (typeof to === 'string') {
      const option = this.#option(fact, to);
      return fill(screeningZh.change.option, { fact: label, option }) + place;
    }
    if (to.by === '>' && to.value === 0) return label + place;
    const by = ({ '>=': 'from', '>': 'over', '<': 'under', '<=': 'upTo', '=': 'upTo' } as const)[
      to.by
    ];
    const amount = fill(screeningZh.amount[by], {
      value: number.format(to.value),
      unit: this.#unit(to.unit),
    });
    return fill(screeningZh.change.amount, { fact: label, amount }) + place;
  }

  #unit(id: string): string {
    return this.#screener.table.getUnit(id).label.zh;
  }

  #option(key: string, id: string): string {
    const fact = this.#screener.table.getFact(key);
    if (fact.type !== 'choice') return id;
    return fact.options.find((option) => option.id === id)?.label.zh ?? id;
  }
}
