export const verificationEn = {
  title: 'Verify a document',
  lead: 'Type the code at the end of the document, receipt or certificate, or scan the code on it. You see number, date and status only, nothing of what it says.',
  code: 'Code',
  hint: '26 letters and digits. Case and blanks do not matter; O is read as 0, I and L as 1.',
  check: 'Verify',
  checking: 'Verifying…',
  length: 'The code has 26 characters; there are {{count}}. Compare it with the document.',
  characters: 'There is no “{{signs}}” in a code. Compare it with the document.',
  status: 'Status',
  document: {
    found: 'This document exists',
    number: 'Number',
    day: 'Signed off on',
    compare:
      'Compare it with the document in your hand: only with the same number and date is it the same.',
  },
  certificate: {
    found: 'This certificate exists',
    number: 'Number',
    day: 'Issued on',
    compare:
      'Compare it with the paper in your hand: only with the same number and date is it the same.',
  },
  another: 'Verify another',
  IN_FORCE: { name: 'In force', text: 'The document was served and is in force.' },
  NOT_SERVED: {
    name: 'Signed off, not served yet',
    text: 'The office has signed it off but not served it; it binds its addressee once it is served.',
  },
  CORRECT: {
    name: 'Corrected',
    text: 'It is in force; another document corrects some of its words. Read both.',
  },
  WITHDRAW: { name: 'Withdrawn', text: 'The office took it back; it is no longer carried out.' },
  REVOKE: { name: 'Revoked', text: 'It was revoked and has no effect.' },
  VOID: {
    name: 'Void',
    text: 'It was made void before it was served; its number is not used again.',
  },
  VALID: { name: 'Valid', text: 'This certificate is valid now.' },
  ENDED: { name: 'Ended', text: 'This certificate was valid and has ended.' },
  REVOKED: { name: 'Revoked', text: 'This certificate was revoked and has no effect.' },
  SUPERSEDED: { name: 'Superseded', text: 'The holder has a newer certificate; that one counts.' },
  outside: {
    status: 'Waits for the official number',
    waiting: 'Prepared here, with an internal number: no legal receipt of a filing',
    waitingText:
      'For this act {{system}} is the record. Its number has not been entered yet; do not take it as filed.',
    name: 'Official number',
    text: 'Given by {{system}}, which is the record of the filing; it can be looked up there.',
    system: 'the official system',
  },
  none: {
    title: 'No such document was found',
    text: 'Please check:',
    typed: 'whether the code was copied completely and correctly;',
    office:
      'whether the document was issued through this platform: it then ends with a code of letters (核验码) and a square code.',
    ask: 'If both are right, ask the office named on the document, by a telephone number from an official source; do not call a number printed on a doubtful document.',
  },
  busy: 'Too many attempts; try again in a minute.',
  failed: 'The server was not reached. Check the network and try again.',
};
