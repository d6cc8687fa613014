import { route } from './route.ts';
import {
  IndustryList,
  IndustryQuery,
  PackList,
  RuleSetDocument,
  VocabularyDocument,
  WordsDocument,
} from './rulebook.ts';
import { PdfFile, ScreeningAnswer, ScreeningRequest } from './screening.ts';

/** Screening and the law it rests on: open to everybody. */
export const LAW_ROUTES = {
  screen: route({
    method: 'POST',
    url: '/api/screenings',
    summary: 'What the EIA catalogue asks of a project on a day, and why',
    tag: 'screening',
    access: 'public',
    body: ScreeningRequest,
    response: ScreeningAnswer,
  }),
  screenPdf: route({
    method: 'POST',
    url: '/api/screenings/pdf',
    summary: 'The answer as a Chinese A4 document; nothing of the project is kept',
    tag: 'screening',
    access: 'public',
    body: ScreeningRequest,
    response: PdfFile,
    mediaType: 'application/pdf',
  }),
  listFacts: route({
    method: 'GET',
    url: '/api/facts',
    summary: 'The vocabulary in which projects are described: facts, options, units, groups, works',
    tag: 'rulebook',
    access: 'public',
    response: VocabularyDocument,
  }),
  findIndustries: route({
    method: 'GET',
    url: '/api/industries',
    summary: 'Industries and works by word, pinyin or code',
    tag: 'rulebook',
    access: 'public',
    query: IndustryQuery,
    response: IndustryList,
  }),
  listPacks: route({
    method: 'GET',
    url: '/api/rulepacks',
    summary: 'Every rule pack with its edition, dates, layer, confidence and tested items',
    tag: 'rulebook',
    access: 'public',
    response: PackList,
  }),
  getRuleSet: route({
    method: 'GET',
    url: '/api/rules',
    summary: 'The whole rule set as parsed trees, for evaluation in a browser',
    tag: 'rulebook',
    access: 'public',
    response: RuleSetDocument,
  }),
  getDemoRuleSet: route({
    method: 'GET',
    url: '/api/rules/demo',
    summary: 'The rule set with invented parks, areas and adoptions, for the demonstration',
    tag: 'rulebook',
    access: 'public',
    response: RuleSetDocument,
  }),
  listWords: route({
    method: 'GET',
    url: '/api/words',
    summary: 'Everyday words for industries; a description is read with them in the browser',
    tag: 'rulebook',
    access: 'public',
    response: WordsDocument,
  }),
} as const;
