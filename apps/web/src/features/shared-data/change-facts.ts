import {
  CHANGE_AMOUNT_NAMES,
  CHANGE_QUESTION_NAMES,
  type ChangeAmount,
  type ChangedPollutant,
  type ChangeFacts,
  type ChangeMissing,
  type ChangeQuestion,
} from '@ludao/contracts';

export const NOTHING_KNOWN: ChangeFacts = {
  answers: {},
  amounts: {},
  pollutants: null,
  exceeded: null,
};

export const NEW_POLLUTANT: ChangedPollutant = {
  pollutant: null,
  name: '',
  beforeGrams: null,
  afterGrams: null,
  classOne: false,
  lessToxic: false,
};

/** What the form shows: what was answered, and what is still to be answered, in one order. */
export function shownQuestions(
  { answers }: ChangeFacts,
  missing: readonly ChangeMissing[],
): ChangeQuestion[] {
  return CHANGE_QUESTION_NAMES.filter(
    (name) => answers[name] !== undefined || missing.includes(name),
  );
}

export function shownAmounts(
  { amounts }: ChangeFacts,
  missing: readonly ChangeMissing[],
): ChangeAmount[] {
  return CHANGE_AMOUNT_NAMES.filter(
    (name) => amounts[name] !== undefined || missing.includes(name),
  );
}

/** An answer that was taken back is not known again. */
export function withAnswer(
  facts: ChangeFacts,
  name: ChangeQuestion,
  answer: boolean | null,
): ChangeFacts {
  const { [name]: _, ...others } = facts.answers;
  return { ...facts, answers: answer === null ? others : { ...others, [name]: answer } };
}
