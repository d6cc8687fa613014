import type { StoredParkEia } from './model.ts';

/** Shows that a list of processes limits; no fact decides it in the law, the admission checks it. */
const PROCESSES = '允许工艺';

interface Place {
  readonly key: string;
  /** The park as the list of the law has it now; null where it is not listed. */
  readonly row: Readonly<Record<string, unknown>> | null;
  /** Words for the processes that are allowed. */
  readonly processes: readonly string[];
}

type Approved = Pick<
  StoredParkEia,
  'park' | 'districtCode' | 'title' | 'liability' | 'envelope' | 'permitNo' | 'stoppedOn'
> & {
  readonly approvalNo: string;
  readonly approvedOn: string;
  readonly inForceFrom: string;
  readonly validTo: string;
};

/** The park with its approved EIA in the shape of the list `parks`; what else stands there stays. */
export function listEntry(eia: Approved, { key, row, processes }: Place) {
  const { envelope } = eia;
  const clauses = envelope.conditions.map(({ no, text, when }) =>
    when === '' ? { no, text } : { no, text, when },
  );
  const limited =
    processes.length === 0 ? [] : [{ no: PROCESSES, text: `限于：${processes.join('、')}` }];
  return {
    area: null,
    zone: null,
    datasets: [],
    ...row,
    id: key,
    name: eia.park,
    jurisdiction: eia.districtCode,
    eia: {
      title: eia.title,
      approvalNo: eia.approvalNo,
      approvedOn: eia.approvedOn,
      from: eia.inForceFrom,
      to: eia.validTo,
      majorChangeOn: eia.stoppedOn,
      permitNo: eia.permitNo,
      liability: eia.liability === 'PARK_ENTITY' ? 'park_entity' : 'each_proponent',
      industries: envelope.industries,
      digits: envelope.digits,
      envelope: [...clauses, ...limited],
      conclusions: envelope.conclusions,
    },
  };
}
