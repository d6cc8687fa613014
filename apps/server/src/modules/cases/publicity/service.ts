import type { PublicCaseQuery, PublicCases } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import * as store from './store.ts';

export function listPublicCases(tx: Tx, query: PublicCaseQuery): Promise<PublicCases> {
  return store.listPublic(tx, query);
}
