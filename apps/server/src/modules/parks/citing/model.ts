import { FILE_KINDS, kindOfMediaType } from '@ludao/contracts';
import type { CitedItem, CitationStage, DatasetKind, DatasetState } from '@ludao/contracts';

/** Where an enterprise is whose project cites. */
export interface CitingPlace {
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkId: string | null;
  readonly park: string | null;
}

/** A park-wide EIA as far as citing asks. */
export interface CitedEia {
  readonly id: string;
  readonly title: string;
  readonly approvalNo: string;
  readonly from: string;
  readonly to: string | null;
  readonly state: 'IN_FORCE' | 'STOPPED' | 'SUPERSEDED' | 'EXPIRED';
  readonly stoppedOn: string | null;
  readonly conclusions: readonly string[];
}

/** How a cited set stands now. */
export interface DatasetNow {
  readonly id: string;
  readonly title: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly state: DatasetState;
  readonly endedOn: string | null;
  readonly supersededBy: { readonly title: string } | null;
}

/** A set that an enterprise's park shares, with what its file is. */
export interface CitableDataset extends DatasetNow {
  readonly kind: DatasetKind;
  readonly dataOwner: string;
  readonly sampledOn: string | null;
  readonly laboratory: string;
  readonly cmaNo: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly isLocked: boolean;
}

export interface StoredCitation {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkId: string;
  readonly park: string;
  readonly enterprise: string;
  readonly number: string;
  readonly project: string;
  readonly stage: CitationStage;
  readonly caseRef: string;
  readonly zoning: 'entered' | 'not_entered';
  readonly parkEiaId: string | null;
  readonly fileId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly madeOn: string;
  readonly items: readonly (CitedItem & { readonly datasetId: string | null })[];
}

export type NewCitation = Omit<StoredCitation, 'park' | 'enterprise' | 'bytes'> & {
  readonly madeBy: string;
  readonly madeAt: Date;
};

export const streamOf = (id: string) => `citation/${id}`;
export const datasetKey = (id: string) => `dataset-${id}`;
export const conclusionKey = (eia: string, at: number) => `conclusion-${eia}-${at + 1}`;

export function headOf({
  id,
  number,
  project,
  stage,
  enterprise,
  parkId,
  park,
  madeOn,
}: StoredCitation) {
  return { id, number, project, stage, enterprise, park: { id: parkId, name: park }, madeOn };
}

export function datasetIdOf(key: string, datasets: readonly CitableDataset[]): string | null {
  return datasets.find(({ id }) => datasetKey(id) === key)?.id ?? null;
}

/** Of a set's file, by what was found in it; null where the part has no file. */
export function endingOf(key: string, datasets: readonly CitableDataset[]): string | null {
  const dataset = datasets.find(({ id }) => datasetKey(id) === key);
  if (!dataset) return null;
  const kind = kindOfMediaType(dataset.mediaType);
  return kind ? FILE_KINDS[kind].endings[0] : 'bin';
}
