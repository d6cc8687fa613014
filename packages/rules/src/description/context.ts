import type { Clause } from './normalise.ts';

/** What a word is spoken of as: something made, something built, something used, or neither. */
export type Mode = 'made' | 'built' | 'used' | 'plain';

interface Cue {
  readonly at: number;
  readonly mode: Mode;
}

interface Reach {
  readonly start: number;
  readonly end: number;
}

/** How a clause speaks, read once from its small words. */
export interface Context {
  readonly clause: Clause;
  readonly text: string;
  readonly cues: readonly Cue[];
  readonly negated: readonly Reach[];
  /** What stands already, or goes: no part of what is newly built. */
  readonly foreign: readonly Reach[];
  readonly outsourced: boolean;
}

const MADE =
  '年产(?!生)|年加工|年生产|年回收|年处理|年屠宰|生产(?!工艺|工序|设备|车间|废水|废气|过程|能力|厂房|规模|性|用|中|经营|区|线|楼)|制造(?!业)|加工(?!工艺|工序|设备|车间|区|中)|从事|主营|产品(?!包装|质量)|屠宰';
const BUILT = '新建|建设|兴建|建造|扩建|改建';
const USED =
  '购置|购买|购入|购进|采购|外购|设置|设有|配置|配备|配套|安装|采用|使用|利用|租用|租赁|承租|原料|原辅|原材料|辅料|设备|引进|位于|依托|通过|经(?!营)|以(?!下|上|内|及|外|后|前|来)|用(?!地|房|水|电|途|户|量|于|品)|工艺|工序|流程';
const CUES = new RegExp(`(${MADE})|(${BUILT})|(${USED})`, 'g');

const VERBS =
  '使用|涉及|含有|含|设置|设立|设|用|进行|采用|新增|配备|配套|配置|配|建设|建|产生|从事|包括|包含|存在|属于|生产|加工|有|做|搞|添加|安装|任何|增加|需要|需|再|得|在|占用|位于|处于|穿越';
/** 无纺布, 无缝管, 无机盐 … negate nothing. */
const WHOLE_WORDS =
  '纺|缝|机(?!加)|人|尘|铅|铬|菌|溶剂(?!型)|组织|线(?!路)|水乙醇|害|氧(?!化)|油(?!墨|漆|性)|毒|刷|损|烟|动力|极|卤|碱|花果|框|梁|轨|硫(?!化)|磷(?!化)|氰|法|论|甲醛|苯|异味|序|数|限|锡';
export const NEGATION = `(?:不|无|未|没有?)(?:${VERBS})+|没有|无(?!${WHOLE_WORDS})|不(?=[\\u4e00-\\u9fff])`;
const NEGATIONS = new RegExp(NEGATION, 'g');
/** 不超过, 不低于, 不锈钢 … bound or name something; they negate nothing. */
const NO_NEGATION =
  /^不(?:超过|大于|高于|少于|低于|小于|足|到|锈|干胶|饱和|粘|织|定|同|仅|但|断|等|止|可|规则|燃|透|变|合格|外排|排放)/;
const BUT = /但|只|仅|而(?!且)|改用|改为|采用|使用|利用/;
const FOREIGN = /现有|原有|已建|淘汰|拆除|停用|替代|替换|代替|关停/g;
const NEW_AGAIN = /新增|新建|扩建|改建|技改|建设|购置|实施|进行|生产/;
const OUTSOURCED = /外协|委外|外委|外发|委托(?!.*(?:编制|监测|检测|评价))/;
/** 「电镀：无」 */
const DENIED_BEHIND =
  /^(?:工艺|工序|环节|设施)?\s*[:(]?\s*(?:无|没有|不涉及|不设|否)\s*(?=$|[,。;、)\n])/;

export function readContext(clause: Clause, all: string): Context {
  const text = all.slice(clause.start, clause.end);
  const cues: Cue[] = [];
  for (const match of text.matchAll(CUES)) {
    const mode = match[1] ? 'made' : match[2] ? 'built' : 'used';
    cues.push({ at: clause.start + match.index + match[0].length, mode });
  }
  return {
    clause,
    text,
    cues,
    negated: negatedIn(text, clause.start),
    foreign: foreignIn(text, clause.start),
    outsourced: OUTSOURCED.test(text),
  };
}

function negatedIn(text: string, offset: number): Reach[] {
  const found: Reach[] = [];
  for (const match of text.matchAll(NEGATIONS)) {
    if (NO_NEGATION.test(text.slice(match.index))) continue;
    const begin = match.index + match[0].length;
    const rest = text.slice(begin);
    const bracket = closingBracket(rest);
    const but = BUT.exec(rest)?.index ?? rest.length;
    const end = begin + Math.min(bracket, but);
    // A bare 不 stands right before the word it denies.
    const reach = match[0] === '不' ? begin + 1 : end;
    found.push({ start: offset + match.index + 1, end: offset + reach });
  }
  return found;
}

function closingBracket(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth < 0) return at;
  }
  return text.length;
}

function foreignIn(text: string, offset: number): Reach[] {
  const found: Reach[] = [];
  for (const match of text.matchAll(FOREIGN)) {
    const begin = match.index + match[0].length;
    const again = NEW_AGAIN.exec(text.slice(begin))?.index ?? text.length - begin;
    found.push({ start: offset + begin, end: offset + begin + again });
  }
  return found;
}

export function modeAt(context: Context, at: number): Mode {
  let mode: Mode = 'plain';
  for (const cue of context.cues) if (cue.at <= at) mode = cue.mode;
  return mode;
}

export function isNegated(context: Context, start: number, end: number): boolean {
  const behind = context.text.slice(end - context.clause.start);
  return within(context.negated, start) || DENIED_BEHIND.test(behind);
}

export function isForeign(context: Context, start: number): boolean {
  return within(context.foreign, start);
}

function within(reaches: readonly Reach[], at: number): boolean {
  return reaches.some(({ start, end }) => start <= at && at < end);
}
