import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../platform/api.ts';
import { readCountyTable } from './service.ts';

export function registerDisclosure(api: Api): void {
  api.serve(ROUTES.getCountyTable, ({ scoped, today }) =>
    scoped((tx) => readCountyTable(tx, today)),
  );
}
