import type { Fact, Missing, Vocabulary } from '@ludao/rules';

/** One thing to ask: a fact of the project, or of one industry where there are several. */
export interface Question {
  readonly key: string;
  readonly fact: Fact;
  readonly activity: string | null;
}

/** Null is 「不清楚」, which is an answer too. */
export type Said = boolean | number | string | null;
/** By the question's key. */
export type Answers = Readonly<Record<string, Said>>;

/** More at once than this is no conversation. */
const AT_ONCE = 10;

export function keyOf(fact: string, activity: string | null): string {
  return activity === null ? fact : `${activity}/${fact}`;
}

export function questionOf(key: string, { facts }: Pick<Vocabulary, 'facts'>): Question | null {
  const [activity, name] = key.includes('/') ? key.split('/') : [null, key];
  const fact = facts.find((one) => one.key === name);
  return fact ? { key, fact, activity: activity ?? null } : null;
}

/**
 * What to ask next: a few facts of one topic, in the order in which they tell most. What every
 * project is asked comes first; what depends on an open answer waits for it.
 */
export function nextQuestions(
  missing: readonly Missing[],
  vocabulary: Pick<Vocabulary, 'facts'>,
  answers: Answers,
): readonly Question[] {
  const open = openQuestions(missing, vocabulary, answers);
  const group = open[0]?.fact.group;
  return open.filter(({ fact }) => fact.group === group).slice(0, AT_ONCE);
}

/** Everything that may still be asked. */
export function openQuestions(
  missing: readonly Missing[],
  vocabulary: Pick<Vocabulary, 'facts'>,
  answers: Answers,
): readonly Question[] {
  const always = vocabulary.facts
    .filter((fact) => fact.always && !(fact.type === 'boolean' && fact.presumed !== undefined))
    .map(({ key }) => ({ fact: key, activity: null }));
  const found = new Map<string, Question>();
  for (const { fact, activity } of [...always, ...missing]) {
    const question = questionOf(keyOf(fact, activity), vocabulary);
    if (question && !(question.key in answers)) found.set(question.key, question);
  }
  const open = [...found.values()];
  return open.filter(({ fact, activity }) => {
    const needed = fact.askWhen ? factsIn(fact.askWhen) : [];
    const places = needed.flatMap((name) => [name, keyOf(name, activity)]);
    return !places.some((place) => found.has(place) || answers[place] === null);
  });
}

function factsIn(condition: NonNullable<Fact['askWhen']>): readonly string[] {
  if ('fact' in condition) return [condition.fact];
  if (condition.op === 'not') return factsIn(condition.of);
  return condition.op === 'and' || condition.op === 'or' ? condition.of.flatMap(factsIn) : [];
}

/** The project as the server is asked, and as it is kept with the opinion. */
export function projectOf(industries: readonly string[], answers: Answers) {
  const of = (activity: string | null) =>
    Object.fromEntries(
      Object.entries(answers).flatMap(([key, value]): [string, Said][] => {
        const at = key.indexOf('/');
        const [own, fact] = at < 0 ? [null, key] : [key.slice(0, at), key.slice(at + 1)];
        return own === activity ? [[fact, value]] : [];
      }),
    );
  return {
    industries: industries.map((code) => {
      const facts = of(code);
      return Object.keys(facts).length === 0 ? code : { code, facts };
    }),
    facts: of(null),
    unstated: 'unknown' as const,
  };
}

/** Back from a kept project to what was said, one by one. */
export function answersOf(project: {
  readonly industries?:
    | readonly (
        | string
        | { readonly code: string; readonly facts?: Readonly<Record<string, unknown>> | undefined }
      )[]
    | undefined;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}): readonly { readonly key: string; readonly value: unknown }[] {
  const own = (project.industries ?? []).flatMap((entry) =>
    typeof entry === 'string'
      ? []
      : Object.entries(entry.facts ?? {}).map(([fact, value]) => ({
          key: keyOf(fact, entry.code),
          value,
        })),
  );
  const whole = Object.entries(project.facts ?? {}).map(([key, value]) => ({ key, value }));
  return [...whole, ...own];
}
