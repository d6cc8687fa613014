import { ROW_OUTCOMES, type RowOutcome } from '@ludao/contracts';

/** Which rows of an import are shown, as the address says. */
export interface ImportSearch {
  readonly show?: RowOutcome;
  readonly page?: number;
  /** The file was uploaded before; its import goes on. */
  readonly resumed?: 'yes';
}

const OUTCOMES: readonly string[] = Object.keys(ROW_OUTCOMES);

export function readImportSearch(raw: Record<string, unknown>): ImportSearch {
  const { show, page, resumed } = raw;
  const number = Number(page);
  return {
    ...(OUTCOMES.includes(String(show)) && { show: show as RowOutcome }),
    ...(Number.isInteger(number) && number > 1 && number <= 10_000 && { page: number }),
    ...(resumed === 'yes' && { resumed }),
  };
}
