import type { FactTable } from '../fact-table.ts';
import type { ProgramClause, ProgramItem } from '../program.ts';
import type { Group } from './columns.ts';
import { ColumnNames, writeCondition, type Part } from './source.ts';

/** Floor and ceiling of each row of a group, as ranks (see level.ts). */
export interface Ranks {
  readonly floors: Uint8Array;
  readonly ceilings: Uint8Array;
}

type Cells = Uint8Array | Int32Array | Float64Array;
type Run = (
  rows: number,
  columns: readonly Cells[],
  floors: Uint8Array,
  ceilings: Uint8Array,
) => void;

/** A generated loop and the columns that it reads, in the order in which it names them. */
export interface Loop {
  readonly source: string;
  readonly reads: readonly { readonly slot: number; readonly part: Part }[];
  readonly run: Run;
}

/** Loops of the same text are one function, which is then compiled to machine code once. */
const functions = new Map<string, Run>();

/**
 * Generates one loop over the rows of a group for some items. It raises the floors and ceilings
 * that are there already, so that two loops can follow one another over the same rows.
 */
export function generateLoop(items: readonly ProgramItem[], table: FactTable): Loop {
  const names = new ColumnNames();
  const blocks = items
    .filter(({ clauses }) => clauses.length > 0)
    .map((item, at) => writeItem(item, `item${at}`, table, names));
  const reads = names.list();
  const source = `${reads.map((_, at) => `const c${at} = columns[${at}];`).join('\n')}
for (let i = 0; i < rows; i++) {
let f = floors[i];
let c = ceilings[i];
${blocks.join('\n')}
floors[i] = f;
ceilings[i] = c;
}`;
  let run = functions.get(source);
  if (!run) {
    // The text is written above from names, operators and numbers only; no input reaches it.
    // oxlint-disable-next-line typescript/no-implied-eval
    run = new Function('rows', 'columns', 'floors', 'ceilings', `'use strict';${source}`) as Run;
    functions.set(source, run);
  }
  return { source, reads, run };
}

export function runLoop({ reads, run }: Loop, group: Group, { floors, ceilings }: Ranks): void {
  const columns = reads.map(({ slot, part }) => cellsOf(group, slot, part));
  run(group.rows, columns, floors, ceilings);
}

function cellsOf({ columns, key }: Group, slot: number, part: Part): Cells {
  const column = columns.get(slot);
  if (column?.type === 'boolean' && part === 'flags') return column.flags;
  if (column?.type === 'choice' && part === 'masks') return column.masks;
  if (column?.type === 'quantity' && part === 'lows') return column.lows;
  if (column?.type === 'quantity' && part === 'highs') return column.highs;
  throw new Error(`the group ${key} has no ${part} of fact ${slot}`);
}

/**
 * An item from its highest level down, as `Engine.evaluate` goes through it: the first certain
 * clause is its floor and ends it. What cannot raise anything any more is not tested.
 */
function writeItem(
  { gate, clauses }: ProgramItem,
  label: string,
  table: FactTable,
  names: ColumnNames,
): string {
  const open = gate && writeCondition(gate.when, table, names);
  const steps = byRank(clauses).map(([rank, own]) => {
    const parts = own.map(({ own: { when } }) => writeCondition(when, table, names));
    const may = parts.map((part) => part.may).join(' || ');
    const sure = parts.map((part) => part.sure).join(' || ');
    const matters = open ? `(c < ${rank} || y) && ` : '';
    return `if (f < ${rank} && ${matters}(${may})) {
if (c < ${rank}) c = ${rank};
if (${open ? 'y && ' : ''}(${sure})) { f = ${rank}; break ${label}; }
}`;
  });
  const top = clauses[0]!.rank;
  return `${label}: if (f < ${top}${open ? ` && ${open.may}` : ''}) {
${open ? `const y = ${open.sure};\n` : ''}${steps.join('\n')}
}`;
}

/** Clauses of one level are one step: any of them gives it. */
function byRank(clauses: readonly ProgramClause[]): [rank: number, own: ProgramClause[]][] {
  const steps = new Map<number, ProgramClause[]>();
  for (const clause of clauses) {
    const known = steps.get(clause.rank);
    if (known) known.push(clause);
    else steps.set(clause.rank, [clause]);
  }
  return [...steps];
}
