import type { PackCases } from '../cases.ts';
import { casesSchema, type RawCases } from './pack-schema.ts';
import { ALL_CELLS } from '../level.ts';
import type { ProjectInput } from '../input.ts';
import type { Source } from './source.ts';

/** Reads a file of cases: hits and near misses per level of an item, and whole real projects. */
export function loadCases(source: Source): PackCases | null {
  const raw = source.read<RawCases>(casesSchema);
  if (!raw) return null;
  const items = raw.items.flatMap((entry, index) =>
    ALL_CELLS.flatMap(([cell, level]) => {
      const group = entry[cell];
      if (!group) return [];
      const build = (facts: Record<string, unknown>): ProjectInput => ({
        ...(entry.with.industry ? { industries: [entry.with.industry] } : {}),
        ...(entry.with.work ? { works: [entry.with.work] } : {}),
        facts: { ...entry.with.facts, ...facts } as NonNullable<ProjectInput['facts']>,
        unstated: 'no',
      });
      return (['hit', 'miss'] as const).flatMap((kind) =>
        group[kind].map((facts, at) => ({
          item: entry.item,
          level,
          kind,
          facts,
          project: build(facts),
          place: `${source.file}:${source.place(['items', index, cell, kind, at]).line}`,
        })),
      );
    }),
  );
  const projects = raw.projects.map((entry, index) => ({
    ...entry,
    project: entry.project as ProjectInput,
    place: `${source.file}:${source.place(['projects', index]).line}`,
  }));
  return { items, projects };
}
