import { modeAt, type Context } from './context.ts';
import type { Match } from './match.ts';
import type { Standing } from './finding.ts';

const BUSINESS_BEHIND =
  /^\s*(?:的)?(?:生产|制造|加工|项目|制作|厂(?!房)|生产线)(?!设备|机|工艺|工序|车间|区|废|能力|过程)/;
const NO_PRODUCT_BEHIND =
  /^(?:\(.{0,10}?\))?(?:机(?!械)|设备|废水|废气|原料|粒子|颗粒|车间|工序|工艺|工段|区|柜|模具|边角料|废料|设施|系统|装置|材料|后壳|外壳|壳体|配件|零件|部件)/;
const COUNT_BEHIND =
  /^\s*(?:\(.{0,10}?\))?\s*(?:共|各)?\s*(?:\d+|[一二两三四五六七八九十]+)\s*(?:台|条|座|间|辆)/;
const COUNT_BEFORE = /(?:\d+|[一二两三四五六七八九十])(?:台|条|座|间)(?:套)?$/;

const YEARLY_BEHIND = /^\s*(?:约|共)?\s*[\d.,]+\s*[万亿]?[^\d,、]{1,3}\/(?:年|a)/;

/** A product that is made, against a machine that is bought or a material that is used. */
export function standingOf(match: Match, context: Context): Standing {
  const { text, clause } = context;
  const sources = match.targets.map((target) => (target.kind === 'industry' ? target.by : null));
  if (sources.includes('industry_code')) return 2;
  const before = text.slice(0, match.start - clause.start);
  const behind = text.slice(match.end - clause.start);
  if (NO_PRODUCT_BEHIND.test(behind) || before.endsWith('非')) return 0;
  const mode = modeAt(context, match.start);
  if (BUSINESS_BEHIND.test(behind) && mode !== 'used') return 2;
  const asProduct =
    mode === 'made' || (mode === 'plain' && !isMaterial(match) && YEARLY_BEHIND.test(behind));
  if (asProduct) return isProcess(match) ? 1 : 2;
  if (mode === 'used' || COUNT_BEHIND.test(behind) || COUNT_BEFORE.test(before)) return 0;
  if (sources.includes('official_name')) return 2;
  return /(?:机|设备)$/.test(text.slice(0, match.end - clause.start)) ? 0 : 1;
}

/** A school or a standard factory that is built; auxiliary works are facts of the project first. */
export function standingOfWork(match: Match, context: Context): Standing {
  const mode = modeAt(context, match.start);
  const isBuilding = match.targets.some(({ kind }) => kind === 'option');
  if (mode === 'used' || (isBuilding && mode !== 'built')) return 0;
  return mode === 'built' && !isProcess(match) ? 2 : 1;
}

/** A word for how something is done; what it is made of (再生塑料) can name the business as well. */
export function isProcess({ targets }: Pick<Match, 'targets'>): boolean {
  return targets.some(
    (target) =>
      target.kind === 'step' ||
      target.kind === 'option' ||
      (target.kind === 'flag' &&
        !target.implied &&
        !/^(?:feature|feed|product)\./.test(target.fact)),
  );
}

/** Paint, ink, glue: used in most projects, made in few. */
export function isMaterial({ targets }: Pick<Match, 'targets'>): boolean {
  return targets.some(({ kind }) => kind === 'amount');
}
