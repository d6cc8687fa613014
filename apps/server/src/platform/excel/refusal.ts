import type { ExcelParams, ExcelRefusalCode } from '@ludao/contracts/excel-texts';

/** Why a whole file is not taken, as data; `excelText` has the sentence. */
export interface Refusal {
  readonly code: ExcelRefusalCode;
  readonly params: ExcelParams;
}

/** Carries a refusal out of the middle of reading; at the door it becomes data where it can. */
export class SheetRefused extends Error {
  readonly refusal: Refusal;

  constructor(code: ExcelRefusalCode, params: ExcelParams = {}, cause?: unknown) {
    super(`the Excel file is refused: ${code} ${JSON.stringify(params)}`, { cause });
    this.refusal = { code, params };
  }
}

/** @returns what the work gives, or the refusal it ended in; other errors pass */
export async function orRefusal<T>(
  work: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly refusal: Refusal }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SheetRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

const MEGABYTE = 1024 * 1024;

/** For a sentence: 12.3 */
export function megabytes(bytes: number): number {
  return Math.ceil((bytes / MEGABYTE) * 10) / 10;
}
