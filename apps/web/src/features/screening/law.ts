import { Screener, type RuleSet } from '@ludao/rules';
import { useEffect, useState } from 'react';

const ADDRESSES = { law: '/api/rules', demo: '/api/rules/demo' } as const;
const loading = new Map<string, Promise<Screener>>();

/**
 * Fetches the rules once per visit; the answers are then worked out on the visitor's device.
 * `demo` adds the invented parks, areas and adoptions.
 */
export function loadScreener(demo = false): Promise<Screener> {
  const address = demo ? ADDRESSES.demo : ADDRESSES.law;
  const known = loading.get(address);
  if (known) return known;
  const fetched = fetchRules(address).catch((error: unknown) => {
    loading.delete(address);
    throw error;
  });
  loading.set(address, fetched);
  return fetched;
}

async function fetchRules(address: string): Promise<Screener> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Screener((await response.json()) as RuleSet);
}

/** The rules, or null while they load; a failure goes to the error page. */
export function useScreener(demo: boolean): Screener | null {
  const [screener, setScreener] = useState<Screener | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let wanted = true;
    loadScreener(demo).then(
      (loaded) => wanted && setScreener(loaded),
      (error: unknown) => wanted && setFailure(error ?? new Error('no rules')),
    );
    return () => {
      wanted = false;
    };
  }, [demo]);
  if (failure) throw failure;
  return screener;
}

/** The calendar day in China, whatever the visitor's own time zone. */
export function todayInChina(now = new Date()): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Shaoxing and its six county-level units, GB/T 2260. */
export const COUNTIES = [
  '330602',
  '330603',
  '330604',
  '330624',
  '330681',
  '330683',
  '330600',
] as const;
export const DEFAULT_COUNTY = '330600';
/** Where the demonstration's parks are. */
export const DEMO_COUNTY = '330603';
