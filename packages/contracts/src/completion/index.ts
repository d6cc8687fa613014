export * from './forms.ts';
export * from './states.ts';
