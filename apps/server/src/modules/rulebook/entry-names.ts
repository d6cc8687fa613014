import { choiceName } from '@ludao/contracts';
import { parametersOf, type RuleSet } from '@ludao/rules';
import type { Field } from '@ludao/rules/entries';

/** What a person writes for a key of the rulebook, by the key. */
export type Names = ReadonlyMap<string, string>;

/** The words for the values of a field, where it has a set of them. */
export function namesFor(
  { options, refers }: Field,
  at: { readonly ruleSet: RuleSet; readonly on: string; readonly jurisdiction: string },
): Names {
  if (options) return new Map(options.map((value) => [value, choiceName(value).zh]));
  const { reliefs, vocabulary } = at.ruleSet;
  if (refers === 'relief') {
    const all = reliefs.flatMap((pack) => pack.reliefs);
    return new Map(all.map(({ id, title }) => [id, title.zh]));
  }
  if (refers === 'fact') {
    const yesNo = vocabulary.facts.filter(({ type }) => type === 'boolean');
    return new Map(yesNo.map(({ key, label }) => [key, label.zh]));
  }
  if (refers !== 'parameter') return new Map();
  return new Map(parametersOf(at).map(({ key, title }) => [key, parameterName(key, title.zh)]));
}

/** 受理公示（报告书）: a period is set for each level by itself. */
function parameterName(key: string, title: string): string {
  const level = /^period\.\w+\.(\w+)$/.exec(key)?.[1];
  return level === undefined ? title : `${title}（${choiceName(level).zh}）`;
}
