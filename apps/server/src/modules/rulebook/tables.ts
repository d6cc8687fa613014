import { provenanceSchema, toProvenance } from '@ludao/rules/load';
import { z } from 'zod';
import type { PackFolder } from './files.ts';
import { dischargeStandard, hazardousWaste, type TablePack } from './table-content.ts';

const headSchema = z.strictObject({
  kind: z.enum(['hazardous-waste', 'discharge-standard']),
  table: provenanceSchema,
});

/** Null with diagnostics on the source where the head is faulty. @throws PackError for the content */
export function readTable(folder: PackFolder, path: string) {
  const source = folder.open(`${path}/table.yaml`);
  const head = source.read<z.output<typeof headSchema>>(headSchema);
  if (!head) return { source, table: null };
  const provenance = toProvenance(path, head.table);
  const file = `${path}/official.json`;
  const table: TablePack =
    head.kind === 'hazardous-waste'
      ? { ...provenance, kind: head.kind, content: folder.json(file, hazardousWaste) }
      : { ...provenance, kind: head.kind, content: folder.json(file, dischargeStandard) };
  return { source, table };
}

/** How many rows a table holds, for the list of packs. */
export function countRows(table: TablePack): number {
  return table.kind === 'hazardous-waste'
    ? table.content.wastes.length
    : table.content.tables.reduce((sum, { limits }) => sum + limits.length, 0);
}
