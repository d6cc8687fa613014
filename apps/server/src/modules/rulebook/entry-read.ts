import { fromDocument, type EntryFault } from '@ludao/contracts';
import type { FactTable, ListPack } from '@ludao/rules';
import { ENTRY_SCHEMAS } from '@ludao/rules/entries';
import { loadCalendarYear, loadList, Source, type Diagnostic } from '@ludao/rules/load';
import type { Content, EntryRow } from './entry-model.ts';

/** Rows as one list of its own, in the shape and through the loader of a list's file. */
export function readEntry(
  id: string,
  content: Content,
  table: FactTable,
  counts: { readonly to: string | null; readonly demo: boolean },
): { readonly list: ListPack } | { readonly faults: readonly EntryFault[] } {
  const value = {
    topic: content.topic,
    list: {
      title: content.sourceTitle,
      issuer: content.issuer,
      document_no: content.sourceNo,
      effective_from: content.effectiveFrom,
      effective_to: counts.to,
      jurisdiction: content.district,
      layer: content.layer,
      confidence: content.confidence,
      demo: counts.demo,
    },
    entered: true,
    entries: content.entries,
  };
  const source = new Source(id, { value });
  const list = loadList(id, source, table);
  return list ? { list } : { faults: source.diagnostics.map(faultOf) };
}

/** The faults of a year's days, by the loader of the calendar. */
export function readYear(
  entries: readonly EntryRow[],
): { readonly year: number } | { readonly faults: readonly EntryFault[] } {
  const source = new Source('calendar', { value: { entries } });
  const year = loadCalendarYear(source);
  return year ? { year: year.year } : { faults: source.diagnostics.map(faultOf) };
}

/** The path begins with the number of the row. */
function faultOf({ code, path = [], params = {} }: Diagnostic): EntryFault {
  return { code, path: path[0] === 'entries' ? path.slice(1) : [...path], params };
}

/** What the document says once is not repeated in every row. */
export function fillFromDocument(content: Content): EntryRow[] {
  const shape = ENTRY_SCHEMAS[content.topic].shape;
  const fitting = Object.entries(fromDocument(content.topic))
    .filter(([name]) => name in shape)
    .map(([name, field]): [string, string | null] => [name, content[field]]);
  return content.entries.map((row) => {
    const own = Object.entries(row).filter(([, value]) => value !== '' && value !== undefined);
    return { ...Object.fromEntries(fitting), ...Object.fromEntries(own) };
  });
}
