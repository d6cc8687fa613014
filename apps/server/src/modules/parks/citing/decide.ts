import type { Citable } from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import { whyNotCited, type Why } from '../shared-data/decide.ts';
import {
  conclusionKey,
  datasetKey,
  type CitableDataset,
  type CitedEia,
  type DatasetNow,
} from './model.ts';

/**
 * Why nothing of a park may be cited on a day; null where something may.
 * @param park its name
 */
export function whyEiaStops(eia: CitedEia | null, park: string, on: string): Why | null {
  if (!eia) return { code: 'park.no_eia', params: { name: park } };
  const { title: name, from, to, state, stoppedOn } = eia;
  if (state === 'STOPPED') {
    return { code: 'park_eia.major_change', params: { name, day: stoppedOn ?? '' } };
  }
  if (state === 'SUPERSEDED') return { code: 'park_eia.superseded', params: { name } };
  if (on < from) return { code: 'park_eia.not_yet', params: { name, from } };
  if (state === 'EXPIRED' || (to !== null && to < on)) {
    return { code: 'park_eia.expired', params: { name, to: to ?? '' } };
  }
  return null;
}

/** What an enterprise of the park may cite on a day, each with the reason where it may not. */
export function citablesOn(
  eia: CitedEia | null,
  datasets: readonly CitableDataset[],
  park: string,
  on: string,
): readonly Citable[] {
  const stop = whyEiaStops(eia, park, on);
  const conclusions = (eia?.conclusions ?? []).map((title, at): Citable => ({
    key: conclusionKey(eia!.id, at),
    kind: 'conclusions',
    title,
    source: `${eia!.title}（${eia!.approvalNo}）`,
    sampledOn: null,
    laboratory: '',
    cmaNo: '',
    validFrom: eia!.from,
    validTo: eia!.to,
    sha256: null,
    refusal: stop,
  }));
  const shared = datasets.map((dataset): Citable => ({
    key: datasetKey(dataset.id),
    kind: dataset.kind,
    title: dataset.title,
    source: dataset.dataOwner,
    sampledOn: dataset.sampledOn,
    laboratory: dataset.laboratory,
    cmaNo: dataset.cmaNo,
    validFrom: dataset.validFrom,
    validTo: dataset.validTo,
    sha256: dataset.sha256,
    refusal: whyNotCited(dataset, on) ?? lockedWhy(dataset) ?? stop,
  }));
  return [...conclusions, ...shared];
}

function lockedWhy({ title: name, isLocked }: CitableDataset): Why | null {
  return isLocked ? { code: 'dataset.file_locked', params: { name } } : null;
}

/**
 * What of the citables a bundle takes, in their order.
 * @returns CITATION_REFUSED with the first that may not be cited and why, and how many there are
 */
export function chooseCited(
  citables: readonly Citable[],
  keys: readonly string[],
): readonly Citable[] | Refusal {
  const wanted = new Set(keys);
  const chosen = citables.filter(({ key }) => wanted.has(key));
  if (chosen.length < wanted.size) return refuse('CITATION_UNKNOWN', {}, 422);
  const refused = chosen.filter(({ refusal }) => refusal !== null);
  const [first] = refused;
  if (!first) return chosen;
  const { code: reason, params } = first.refusal!;
  return refuse('CITATION_REFUSED', {
    ...params,
    item: first.title,
    reason,
    count: refused.length,
  });
}

/** Whether what was chosen still says what it said: the cover sheet was set from it. */
export function isUnchanged(before: readonly Citable[], after: readonly Citable[]): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/** What has become of a part of a bundle since it was made; null where it could be cited again. */
export function lapseOf(
  dataset: DatasetNow | null,
  eia: CitedEia | null,
  park: string,
  on: string,
): Why | null {
  return (dataset && whyNotCited(dataset, on)) ?? whyEiaStops(eia, park, on);
}
