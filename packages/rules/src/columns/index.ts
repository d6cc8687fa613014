export { ColumnStore, Group, type Column, type Place } from './columns.ts';
export { type Ranks } from './loop.ts';
export { Loops } from './loops.ts';
