import type { BatchKind } from '@ludao/contracts';

export interface BoardSearch {
  readonly kind?: BatchKind;
}

/** Which of the two boards; surveys where the address does not say. */
export function readBoardSearch({ kind }: Record<string, unknown>): BoardSearch {
  return kind === 'MEETING' ? { kind } : {};
}
