import type { shellZh } from '../zh-CN/shell.ts';

export const shellEn: typeof shellZh = {
  name: 'Environmental Services for Small and Micro Parks',
  skip: 'Skip to content',
  noLegalEffect:
    'Answers follow the published law automatically and are for guidance; they are no administrative decision. Points marked for confirmation are for the approving office.',
  law: 'The rules it rests on',
  privacy:
    'No sign-in. What you enter is worked out on your own device and is neither sent nor kept. Three things go to the server: the word you search an industry by; when you press “Download PDF”, what you entered; and the code of a document that you verify. The first two are not kept.',
  privacyNotice: 'How personal data are handled',
  verify: 'Verify a document',
  publicity: 'Published documents',
  filings: 'Filings and approvals',
  eiaNotices: 'Notices of approvals',
  acceptances: 'Acceptances',
  toStart: 'Back to start',
  notFound: { title: 'No such page', text: 'The address may be wrong, or the page has moved.' },
  error: {
    title: 'Something went wrong',
    text: 'What you entered is still in the address and is not lost. Check the connection and try again.',
    again: 'Reload',
  },
};
