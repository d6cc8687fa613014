export * from './approval-forms.ts';
export * from './approval-views.ts';
export * from './approval-words.ts';
export * from './batch-forms.ts';
export * from './forms.ts';
export * from './states.ts';
export * from './views.ts';
