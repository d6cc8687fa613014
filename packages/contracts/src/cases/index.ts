export * from './forms.ts';
export * from './states.ts';
export * from './views.ts';
export * from './effects.ts';
