import { ALLOWANCE_ITEM_NAMES, type AllowanceItem } from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import type { Share } from '../admissions/model.ts';
import { capOf } from '../park-eia/decide.ts';
import type { ParkPermit } from '../park-eia/model.ts';
import type { Balance, Manner, PresentTenant } from './model.ts';

interface Known {
  /** Of the EIA in force; null where there is none. */
  readonly totals: ReadonlyMap<AllowanceItem, number> | null;
  readonly permit: ParkPermit | null;
  readonly held: ReadonlyMap<AllowanceItem, bigint>;
}

/** Every item that is allowed or held, against the smaller of what EIA and permit allow. */
export function balanceOf(known: Known): Balance[] {
  const { totals, permit, held } = known;
  return ALLOWANCE_ITEM_NAMES.flatMap((item) => {
    const isNamed = totals?.has(item) || permit?.annualGrams.has(item as never) || held.has(item);
    return isNamed ? [lineOf(item, known)] : [];
  });
}

function lineOf(item: AllowanceItem, { totals, permit, held: all }: Known): Balance {
  const held = all.get(item) ?? 0n;
  const total = totals && BigInt(totals.get(item) ?? 0);
  const permitted = permit && item !== 'WASTEWATER' ? (permit.annualGrams.get(item) ?? 0n) : null;
  const limit = total === null ? permitted : permit ? capOf({ item, total }, permit) : total;
  return { item, total, permitted, limit, held, exceeds: limit !== null && held > limit };
}

/** What is held in all: by admissions already, and by what waits. */
export function heldBy(
  admitted: readonly Share[],
  waiting: readonly Pick<PresentTenant, 'shares'>[],
): Map<AllowanceItem, bigint> {
  const held = new Map<AllowanceItem, bigint>();
  for (const { item, amount } of [...admitted, ...waiting.flatMap(({ shares }) => shares)]) {
    held.set(item, (held.get(item) ?? 0n) + amount);
  }
  return held;
}

/** How the account of a park has to begin, by what is on record. */
export function mannerOf(record: {
  /** Tenants with imported shares. */
  readonly waiting: number;
  /** Whether any admission holds a share. */
  readonly isHeld: boolean;
  /** Whether an EIA of the park was reconciled before. */
  readonly wasReconciled: boolean;
}): Manner {
  if (record.waiting > 0) return 'IMPORTED';
  if (record.wasReconciled) return 'CARRIED';
  return record.isHeld ? 'IMPORTED' : 'OPENED';
}

/** Why the account cannot begin as it is asked for: nought is no beginning where shares are held. */
export function mannerFault(asked: Manner, due: Manner): Refusal | undefined {
  if (asked === due) return undefined;
  return refuse(due === 'OPENED' ? 'NO_SHARES_ON_RECORD' : 'SHARES_ON_RECORD', { manner: due });
}

/** What keeps a park from being reconciled: the first sum over its limit, then who has gone. */
export function closingFault(
  balance: readonly Balance[],
  waiting: readonly Pick<PresentTenant, 'enterprise' | 'present'>[],
): Refusal | undefined {
  const over = balance.find(({ exceeds }) => exceeds);
  if (over) {
    const { item, held, limit } = over;
    return refuse('STOCK_EXCEEDS', { item, value: Number(held), limit: Number(limit) });
  }
  const gone = waiting.find(({ present }) => !present);
  return gone && refuse('STOCK_TENANT_GONE', { value: gone.enterprise });
}
