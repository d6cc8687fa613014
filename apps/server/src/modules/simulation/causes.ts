import type { Answer, AnswerItem, InputProblem } from '@ludao/rules';
import type { Both, Cause, Scale } from './model.ts';

/**
 * Why the two sides differ: on each what puts the project where it stands there and is not said
 * on the other. Where both give the same reasons, all of them are named.
 */
export function findCauses(
  sides: Both<{ readonly answer: Answer | null; readonly problems: readonly InputProblem[] }>,
  scales: readonly Scale[],
): Both<readonly Cause[]> {
  const [a, b] = sides.map(({ answer, problems }) => [
    ...problems.map((problem): Cause => ({ kind: 'problem', problem })),
    ...(answer ? causesOf(answer, scales) : []),
  ]) as [Cause[], Cause[]];
  const own = [without(a, b), without(b, a)] as const;
  return own[0].length + own[1].length > 0 ? own : [a, b];
}

function causesOf(answer: Answer, scales: readonly Scale[]): Cause[] {
  const causes: Cause[] = [];
  if (scales.includes('statutory') || scales.includes('level')) {
    causes.push(...deciding('item', answer.items));
    for (const relief of answer.reliefs) {
      if (relief.state === 'applies') causes.push({ kind: 'relief', relief });
    }
    if (answer.status === 'provisional') causes.push({ kind: 'missing', missing: answer.missing });
    if (answer.beyond.length > 0) causes.push({ kind: 'beyond', codes: answer.beyond });
  }
  if (scales.includes('permit') && answer.permit) {
    causes.push(...deciding('permit', answer.permit.items));
    const { level, missing } = answer.permit;
    if (level === null && missing.length > 0) causes.push({ kind: 'missing', missing });
  }
  return causes;
}

function deciding(kind: 'item' | 'permit', items: readonly AnswerItem[]): Cause[] {
  return items.flatMap(({ decides, citation }) =>
    decides && citation ? [{ kind, citation }] : [],
  );
}

function without(causes: readonly Cause[], others: readonly Cause[]): Cause[] {
  const said = new Set(others.map(idOf));
  return causes.filter((cause) => !said.has(idOf(cause)));
}

/** What makes two causes the same one, in whichever pack it stands. */
function idOf(cause: Cause): string {
  switch (cause.kind) {
    case 'item':
    case 'permit': {
      const { item, level, quote } = cause.citation;
      return JSON.stringify([cause.kind, item, level, quote]);
    }
    case 'relief': {
      const { relief, from, to, object } = cause.relief;
      return JSON.stringify([relief, from, to, object?.id]);
    }
    default:
      return JSON.stringify(cause);
  }
}
