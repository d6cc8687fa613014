import { SERIES_PATTERN } from '@ludao/contracts';

/** A number of the series as it will be printed. */
export function numberOf(pattern: string, year: number, serial: number): string {
  return pattern.replace('{year}', String(year)).replace('{serial}', String(serial));
}

export type PatternFault = 'year' | 'serial' | 'padded' | 'blank' | 'long';

/** What is wrong with a pattern, said so that it can be put right; null for a good one. */
export function patternFault(pattern: string): PatternFault | null {
  if (SERIES_PATTERN.test(pattern)) return null;
  if (/[\s<>]/.test(pattern)) return 'blank';
  if (!pattern.includes('〔{year}〕')) return 'year';
  if (/〕(第|0)/.test(pattern)) return 'padded';
  if (!pattern.endsWith('〕{serial}号')) return 'serial';
  return /^[^{}]{1,20}〔/u.test(pattern) ? 'blank' : 'long';
}
