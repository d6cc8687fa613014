import type { AccountState } from '@ludao/contracts';

/** In which states an account is there for each act. */
export const STATES_FOR = {
  disable: ['ACTIVE', 'INITIAL', 'LOCKED'],
  enable: ['DISABLED'],
  unlock: ['LOCKED'],
  reset_password: ['ACTIVE', 'INITIAL', 'LOCKED'],
  reset_second_factor: ['ACTIVE', 'INITIAL', 'LOCKED'],
} as const satisfies Record<string, readonly AccountState[]>;
export type AccountAct = keyof typeof STATES_FOR;

export function mayHappen(act: AccountAct, state: AccountState): boolean {
  return (STATES_FOR[act] as readonly AccountState[]).includes(state);
}
