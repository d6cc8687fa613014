export * from './forms.ts';
export * from './states.ts';
export * from './views.ts';
