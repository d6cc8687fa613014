import {
  IndustryList,
  IndustryQuery,
  PackList,
  RuleSetDocument,
  VocabularyDocument,
  WordsDocument,
} from '../rulebook.ts';
import { WasteList, WasteQuery } from '../profile.ts';
import { route } from '../route.ts';

export const RULEBOOK_ROUTES = {
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
  findWastes: route({
    method: 'GET',
    url: '/api/wastes',
    summary: 'Codes of the national list of hazardous waste by word, pinyin or code',
    tag: 'rulebook',
    access: 'public',
    query: WasteQuery,
    response: WasteList,
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
