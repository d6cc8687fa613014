import { Engine, type RulePack, type Screener } from '@ludao/rules';

/** Items that the rivals carry out too, by the codes that name them. Each code falls under one. */
export const CODES_BY_ITEM: Readonly<Record<number, readonly string[]>> = {
  15: ['1311', '1312', '1319', '1321'],
  32: ['1951', '1952'],
  36: ['2110', '2120', '2190'],
  38: ['2231', '2239'],
  39: ['2311', '2319'],
  53: ['2921', '2926', '2929'],
  58: ['3061', '3062'],
  66: ['3311', '3312', '3321', '3340', '3389'],
  68: ['3391', '3392'],
  70: ['3511', '3525', '3542', '3591'],
};
/** Items that join any project by a fact: plating, boilers, laboratories, waste-gas works. */
export const ATTACHED = [67, 91, 98, 100] as const;

export const SUBSET_CODES = Object.values(CODES_BY_ITEM).flat();

export function itemOf(code: string): number {
  const found = Object.entries(CODES_BY_ITEM).find(([, codes]) => codes.includes(code));
  if (!found) throw new Error(`${code} is not of the subset`);
  return Number(found[0]);
}

/** The law reduced to these items, for our own loops. */
export function subsetEngine(screener: Screener, pack: RulePack): Engine {
  const wanted = new Set([...Object.keys(CODES_BY_ITEM).map(Number), ...ATTACHED]);
  const items = pack.items.filter(({ no }) => wanted.has(no));
  const engine = new Engine(screener.ruleSet, { ...pack, items }, screener.table);
  for (const code of SUBSET_CODES) {
    const own = engine.programOf({ key: code, kind: 'industry' }).items.map(({ item }) => item.no);
    if (own.join() !== String(itemOf(code)))
      throw new Error(`${code} falls under items ${own.join()}`);
  }
  return engine;
}
