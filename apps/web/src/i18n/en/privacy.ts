export const privacyEn = {
  title: 'How personal data are handled',
  version: 'Edition: {{version}}',
  print: 'Print',
  lead: 'Told under article 17 of the Personal Information Protection Law of China. This is a notice: your consent is neither asked for nor relied on. The basis is said for each item.',
  handler: {
    title: 'Who handles them',
    text: 'The authority or body that runs this platform is the handler; it publishes its name and how to reach it on the site where you sign in. The security officer of the platform takes the requests below.',
  },
  visitors: {
    title: 'Without signing in',
    text: 'Asking which procedure a project needs takes no account. What you enter is computed on your own device and neither sent nor kept; words typed to find an industry, and the project of a PDF you download, are sent to the server and not kept.',
  },
  fields: {
    title: 'What is kept, why, and how long',
    name: 'Data',
    purpose: 'Purpose',
    basis: 'Basis',
    term: 'Term',
    others: 'What others see',
  },
  of: {
    account: 'Accounts of the desks',
    contact: 'Contacts of enterprises and parks',
    log: 'Sign-ins and security log',
    document: 'People in documents',
    request: 'Requests and notices',
  },
  mask: {
    name: 'The given name is hidden (张*); whole only for a reason that is recorded',
    phone: 'The middle is hidden (138****1234); whole only for a reason that is recorded',
    hidden:
      'Nothing; the security log and requests are read by the security and audit officers only',
    none: 'As it is, for posts that may look',
  },
  sharing: {
    title: 'Who gets them',
    text: 'Posts use them within the rights of their county, park or organisation. They are not sold and do not leave the country. Stewards and others who act for an enterprise see its contacts as long as they are entrusted. Other laws stay untouched.',
  },
  security: {
    title: 'How they are protected',
    text: 'Names and numbers are masked by the server before they leave it; seeing them whole takes a purpose, is limited in number and goes into the security log. Passwords are hashed, second factors sealed. Records of what was done hold ids and no names: after an erasure they can still be verified, and no longer say who it was.',
  },
  rights: {
    title: 'Your rights',
    know: 'Know what is kept and who looked: “My personal data”, after signing in.',
    copy: 'Copy: download it there as Excel or JSON.',
    correct: 'Correct: ask for it there; answered within 30 days.',
    erase: 'Erase: there too; whoever alone holds a post, or is a contact, hands over first.',
    contacts:
      'Contacts without an account: ask the enterprise or park that registered you, or its environmental authority.',
    complain:
      'Complain to the department in charge of protecting personal information, or go to court.',
  },
  toDesk: 'Sign in and see my personal data',
};
