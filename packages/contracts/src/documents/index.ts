export * from './certificates.ts';
export * from './compose.ts';
export * from './forms.ts';
export * from './public-version.ts';
export * from './states.ts';
export * from './views.ts';
export * from './volumes.ts';
