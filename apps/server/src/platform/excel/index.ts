export { type SheetColumn, type UnknownColumn } from './headings.ts';
export {
  type CellFault,
  readSheet,
  type ReadSheetOptions,
  readWholeSheet,
  type SheetReading,
  type SheetRow,
  type WholeSheet,
} from './read-sheet.ts';
export { type NamedSheet, readNamedSheets } from './read-named.ts';
export { type Refusal, SheetRefused } from './refusal.ts';
export {
  type CellOut,
  type SheetColumnOut,
  type SheetOut,
  writeSheet,
  writeSheets,
} from './write-sheet.ts';
