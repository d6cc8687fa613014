import type { Tx } from '../../../../platform/db.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import {
  checkSubmission,
  findListedPark,
  type Law,
  type Submission,
} from '../../../rulebook/index.ts';
import { listEntry } from '../list-entry.ts';
import type { StoredParkEia } from '../model.ts';

type Approved = Parameters<typeof listEntry>[0] & Pick<StoredParkEia, 'parkId' | 'office'>;

/** The words of the vocabulary for the processes that an EIA allows. */
function namesOf({ envelope }: Pick<StoredParkEia, 'envelope'>, { table }: Law): string[] {
  return envelope.processes.map((key) => table.findFact(key)?.label.zh ?? key);
}

/** The entry of the rulebook by which the law knows the approved EIA. */
export async function submissionOf(
  tx: Tx,
  eia: Approved,
  law: Law,
  today: string,
): Promise<{ readonly key: string; readonly form: Submission }> {
  const { park: name, parkId: id, districtCode: district, inForceFrom } = eia;
  const from = inForceFrom > today ? inForceFrom : today;
  const { key, row } = await findListedPark(tx, law, { id, name, district, on: from });
  return { key, form: formOf(eia, { key, row, processes: namesOf(eia, law) }, from) };
}

/** Whether the law could read what was prepared, tried with an approval of today. */
export function trialFault(eia: StoredParkEia, law: Law, today: string): Refusal | undefined {
  const approved = {
    ...eia,
    approvalNo: '—',
    approvedOn: today,
    inForceFrom: today,
    validTo: today,
    office: '——',
  };
  const place = { key: eia.parkId, row: null, processes: namesOf(eia, law) };
  const checked = checkSubmission(formOf(approved, place, today), law);
  return 'refused' in checked ? checked : undefined;
}

function formOf(
  eia: Approved,
  place: Parameters<typeof listEntry>[1],
  effectiveFrom: string,
): Submission {
  return {
    topic: 'parks',
    district: eia.districtCode,
    entries: [listEntry(eia, place)],
    wholeList: false,
    sourceTitle: eia.title,
    sourceNo: eia.approvalNo,
    issuer: eia.office ?? '',
    sourceDate: eia.approvedOn,
    sourceWhere: '',
    layer: 'MUNICIPAL_NORMATIVE',
    confidence: 'verified',
    effectiveFrom,
    effectiveTo: null,
  };
}
