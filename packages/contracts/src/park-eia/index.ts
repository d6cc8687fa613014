export * from './states.ts';
export * from './envelope.ts';
export * from './forms.ts';
export * from './admission.ts';
