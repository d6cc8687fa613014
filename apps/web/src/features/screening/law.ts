import { Screener, type RuleSet } from '@ludao/rules';
import { useEffect, useState } from 'react';

let loading: Promise<Screener> | null = null;

/** Fetches the rules once per visit; the answers are then worked out on the visitor's device. */
export function loadScreener(): Promise<Screener> {
  loading ??= fetchRules().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function fetchRules(): Promise<Screener> {
  const response = await fetch('/api/rules');
  if (!response.ok) throw new Error(`/api/rules: ${response.status}`);
  return new Screener((await response.json()) as RuleSet);
}

/** The rules, or null while they load; a failure goes to the error page. */
export function useScreener(): Screener | null {
  const [screener, setScreener] = useState<Screener | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let wanted = true;
    loadScreener().then(
      (loaded) => wanted && setScreener(loaded),
      (error: unknown) => wanted && setFailure(error ?? new Error('no rules')),
    );
    return () => {
      wanted = false;
    };
  }, []);
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
