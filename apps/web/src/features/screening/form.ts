import {
  isAsked,
  type Engine,
  type FactInput,
  type Page,
  type Project,
  type ProjectInput,
  type Question,
  type Screener,
} from '@ludao/rules';
import type { Draft } from '../../api/screening/link.ts';

/** `none`: everything not ticked is no; `unknown`: the visitor cannot say. */
export type Rest = 'none' | 'unknown';

/** What every field of a question is handed. */
export interface FieldProps {
  readonly question: Question;
  readonly value: FactInput | undefined;
  readonly onGive: (value: FactInput) => void;
  readonly flagged: boolean;
}

export function idOf(question: Question): string {
  return `${question.activity} ${question.fact.key}`;
}

export function restIdOf(activity: number): string {
  return `rest: ${activity}`;
}

/** Yes-no facts of one topic share a list of ticks; a presumed one is asked by itself. */
export function isTick(question: Question): boolean {
  const { fact } = question;
  return (fact.type === 'boolean' && fact.presumed === undefined) || opensByTick(question);
}

/** "A gas boiler?" is a tick; how large it is, is asked once it is ticked. */
export function opensByTick({ fact, byTick }: Question): boolean {
  if (!byTick) return false;
  return fact.type === 'choice' ? fact.neutral !== undefined : isAmountOrNone(fact);
}

function isAmountOrNone(fact: Question['fact']): boolean {
  return fact.type === 'quantity' && fact.zeroWhenUnstated;
}

/** What an unticked question means when nothing else holds. */
function noneOf({ fact }: Question): FactInput {
  if (fact.type === 'choice') return fact.neutral!;
  return fact.type === 'quantity' ? 0 : false;
}

/** The key of the tick itself, where the fact has a value of its own. */
export function tickIdOf(question: Question): string {
  return opensByTick(question) ? `tick: ${idOf(question)}` : idOf(question);
}

export function isTicked(question: Question, draft: Draft): boolean {
  return draft[tickIdOf(question)] === true;
}

/** Shown as a field: every question that is no tick, and every ticked one that opens. */
export function isField(question: Question, draft: Draft): boolean {
  return opensByTick(question) ? isTicked(question, draft) : !isTick(question);
}

/** The questions that show now: a boiler's size appears once its fuel is chosen. */
export function shownQuestions(
  screener: Screener,
  engine: Engine,
  page: Page,
  input: ProjectInput,
  draft: Draft,
): readonly Question[] {
  const project = screener.read(applyDraft(input, page, draft, false));
  if (!('views' in project)) return page.questions;
  return page.questions.filter((question) => isAsked(engine, question, project));
}

/** The first unanswered question of a page, as the id of the field to go to; null when complete. */
export function findUnanswered(shown: readonly Question[], draft: Draft): string | null {
  const allTicked = new Map<number, boolean>();
  for (const question of shown.filter(isTick)) {
    const before = allTicked.get(question.activity) ?? true;
    allTicked.set(question.activity, before && isTicked(question, draft));
  }
  for (const [activity, all] of allTicked) {
    if (!all && draft[restIdOf(activity)] === undefined) return restIdOf(activity);
  }
  const open = shown.find((entry) => isField(entry, draft) && draft[idOf(entry)] === undefined);
  return open ? idOf(open) : null;
}

/** The project with a page's answers written in; hidden and unknown ones are left out. */
export function applyDraft(
  input: ProjectInput,
  page: Pick<Page, 'questions'>,
  draft: Draft,
  complete = true,
): ProjectInput {
  let next = input;
  for (const question of page.questions) {
    const value = valueOf(question, draft, complete);
    if (value !== undefined && value !== null) next = writeFact(next, question, value);
  }
  return next;
}

function valueOf(question: Question, draft: Draft, complete: boolean): FactInput | undefined {
  if (!isTick(question)) return draft[idOf(question)];
  if (isTicked(question, draft)) return opensByTick(question) ? draft[idOf(question)] : true;
  if (!complete || draft[restIdOf(question.activity)] !== 'none') return null;
  return noneOf(question);
}

function writeFact(input: ProjectInput, question: Question, value: FactInput): ProjectInput {
  const industries = input.industries ?? [];
  const works = input.works ?? [];
  const alone = industries.length + works.length === 1;
  if (question.activity < 0 || alone) {
    return { ...input, facts: { ...input.facts, [question.fact.key]: value } };
  }
  const at = question.activity;
  return {
    ...input,
    industries: industries.map((entry, index) => {
      if (index !== at) return entry;
      const own = typeof entry === 'string' ? { code: entry } : entry;
      return { ...own, facts: { ...own.facts, [question.fact.key]: value } };
    }),
    works: works.map((entry, index) => {
      if (index + industries.length !== at) return entry;
      const own = typeof entry === 'string' ? { work: entry } : entry;
      return { ...own, facts: { ...own.facts, [question.fact.key]: value } };
    }),
  };
}

/** Name of the industry or work that a question is about; null when there is only one. */
export function activityName(
  screener: Screener,
  project: Project,
  activity: number,
  language: 'zh' | 'en',
): string | null {
  const view = project.views[activity];
  if (!view || project.views.length < 2) return null;
  return nameOfKey(screener, view.key, language);
}

export function nameOfKey(screener: Screener, key: string, language: 'zh' | 'en'): string {
  const work = screener.table.findWork(key);
  if (work) return work.label[language];
  const industry = screener.ruleSet.industries.find(({ code }) => code === key);
  return industry ? `${industry.name}（${key}）` : key;
}
