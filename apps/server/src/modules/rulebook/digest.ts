import { createHash } from 'node:crypto';
import type { ListPack } from '@ludao/rules';

/**
 * Names a set of rules by what it says: the files, and what offices entered. Neither the order nor
 * the number of a version counts, so that two installations with the same law have the same digest.
 */
export function digestOf(shipped: string, entered: readonly ListPack[]): string {
  if (entered.length === 0) return shipped;
  const texts = entered.map((list) => JSON.stringify({ ...list, id: idWithoutVersion(list.id) }));
  return createHash('sha256')
    .update(shipped)
    .update(JSON.stringify(texts.toSorted()))
    .digest('hex');
}

function idWithoutVersion(id: string): string {
  return id.replace(/\/\d+$/, '');
}
