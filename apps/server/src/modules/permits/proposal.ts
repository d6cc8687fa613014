import type { Answer, Refused } from '@ludao/rules';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import type { ApplicationProject, CategoryProposal } from './model.ts';

/** What the law says of a project in a county on a day, or what is wrong with the question. */
export type AskTheLaw = (
  project: ApplicationProject,
  at: { readonly on: string; readonly jurisdiction: string },
) => Answer | Refused;

/** Of an answer, what the permit catalogue says; null where none is in force. */
export function proposalIn(answer: Answer | Refused): CategoryProposal | Refusal | null {
  if ('problems' in answer) {
    const { code, path } = answer.problems[0]!;
    return refuse('PROJECT_REFUSED', { reason: code, at: path }, 422);
  }
  const { permit } = answer;
  if (!permit) return null;
  const { level, floor, ceiling, items, law } = permit;
  const deciding = items
    .filter(({ decides }) => decides)
    .map(({ item, name }) => `${item} ${name}`);
  return { level, floor, ceiling, law: law.title, items: deciding };
}
