export * from './sheets.ts';
export * from './forms.ts';
