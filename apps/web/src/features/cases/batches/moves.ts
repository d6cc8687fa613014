import type { Batch, BatchBoard, BatchCase, BatchKind } from '@ludao/contracts';
import type { Move } from './queries.ts';

/** The batch of a day that a case fits in: of its park, or of its industry; null for a new one. */
function fitting(board: BatchBoard, kind: BatchKind, day: string, one: BatchCase): Batch | null {
  const found = board.batches.find(
    (batch) =>
      batch.kind === kind &&
      batch.day === day &&
      batch.state === 'PROPOSED' &&
      (kind === 'SURVEY' ? batch.park === one.park : batch.industry === one.industry),
  );
  return found ?? null;
}

/**
 * What has to be done so that cases are seen on a day: taken out of where they are planned, put into
 * what fits on that day, else into a new batch.
 */
export function movesTo(
  board: BatchBoard,
  kind: BatchKind,
  day: string,
  ids: readonly string[],
): Move[] {
  const planned = board.batches.filter(
    (batch) => batch.kind === kind && batch.state === 'PROPOSED' && batch.day !== day,
  );
  const all = [...board.waiting, ...board.batches.flatMap(({ cases }) => cases)];
  const cases = ids.flatMap((id) => all.find((one) => one.id === id) ?? []);
  const out = planned.flatMap((batch): Move[] => {
    const leaving = batch.cases.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
    if (leaving.length === 0) return [];
    const { id, version } = batch;
    if (leaving.length === batch.cases.length) {
      return [{ id, step: { step: 'cancel', version, reason: '改到另一天' } }];
    }
    return [{ id, step: { step: 'place', version, add: [], remove: leaving } }];
  });
  const [first] = cases;
  if (!first) return [];
  const into = fitting(board, kind, day, first);
  const add = cases.map(({ id }) => id).filter((id) => !into?.cases.some((one) => one.id === id));
  if (add.length === 0) return out;
  const last: Move = into
    ? { id: into.id, step: { step: 'place', version: into.version, add, remove: [] } }
    : { open: { kind, day, place: '', caseIds: add, body: null } };
  return [...out, last];
}
