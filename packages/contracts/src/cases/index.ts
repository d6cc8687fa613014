export * from './filing.ts';
export * from './filing-view.ts';
export * from './forms.ts';
export * from './states.ts';
export * from './views.ts';
