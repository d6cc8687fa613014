import { reaches } from './reaches.ts';

const PROJECT = { industries: ['2926'] };

/** What everybody may ask: the law, and what it says of a project. */
export const PUBLIC_WALKS = {
  screen: reaches('screen', [200], PROJECT),
  screenPdf: reaches('screenPdf', [422], { industries: ['0000'] }),
  listFacts: reaches('listFacts', [200]),
  findIndustries: reaches('findIndustries', [200]),
  findWastes: reaches('findWastes', [200]),
  listPacks: reaches('listPacks', [200]),
  getRuleSet: reaches('getRuleSet', [200]),
  getDemoRuleSet: reaches('getDemoRuleSet', [200]),
  listWords: reaches('listWords', [200]),
};

/** Signing in through an office's own sign-on, where none is set up. */
export const SIGN_ON_WALKS = {
  getSignOn: reaches('getSignOn', [200]),
  startSignOn: reaches('startSignOn', [303]),
  returnFromSignOn: reaches('returnFromSignOn', [303]),
  confirmSignOn: reaches('confirmSignOn', [409], { code: '000000' }),
  endSignOn: reaches('endSignOn', [303]),
  getOwnSignOn: reaches('getOwnSignOn', [200]),
  linkOwnSignOn: reaches('linkOwnSignOn', [422], { password: 'wrong' }),
};
