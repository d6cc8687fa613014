export * from './citing.ts';
export * from './datasets.ts';
export * from './follow-up.ts';
export * from './major-change.ts';
