export * from './certificate-record.ts';
export * from './forms.ts';
export * from './retrofit-words.ts';
export * from './retrofits.ts';
export * from './shared-facility.ts';
export * from './states.ts';
export * from './views.ts';
