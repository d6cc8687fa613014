import { ROUTES } from '@ludao/contracts';
import type { Api } from '../../platform/api.ts';
import { readCountyTable } from './service.ts';
import { writeCountyTable } from './sheet.ts';

export function registerDisclosure(api: Api): void {
  api.serve(ROUTES.getCountyTable, readCountyTable);
  api.serve(ROUTES.exportCountyTable, async (call) =>
    writeCountyTable((await readCountyTable(call)).rows),
  );
}
