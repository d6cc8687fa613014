import type { publicityZh } from '../zh-CN/publicity.ts';

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

export const publicityEn: Same<typeof publicityZh> = {
  title: 'Published documents',
  lead: 'Public versions of documents that were served. What is black was left out under arts. 14 to 16 of the Regulations on Disclosure of Government Information.',
  search: 'Words of the title, number, office or text',
  find: 'Find',
  all: 'Show all',
  count: '{{count}} in all, the newest first',
  empty: {
    title: 'No document is published yet',
    text: 'Documents stand here once they were served and their public version was checked.',
  },
  nothing: {
    title: 'Nothing found for “{{q}}”',
    text: 'Try a shorter word, or the number. Documents that are not published are not here.',
  },
  loading: 'Reading…',
  failed: 'The list could not be read. Check the connection and try again.',
  again: 'Try again',
  office: 'Issued by',
  day: 'Dated',
  published: 'Published',
  open: 'Open the public version (PDF, Chinese)',
  data: 'Download the list (CSV, open data)',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  page: 'Page {{page}} of {{pages}}',
  effect: { CORRECT: 'Corrected', WITHDRAW: 'Withdrawn', REVOKE: 'Revoked', VOID: 'Void' },
};
