import { randomUUID } from 'node:crypto';
import { PUBLIC_CASE_STATES, type CaseState, type CaseTrack, type Owned } from '@ludao/contracts';
import { openRulebook } from '../../apps/server/src/modules/rulebook/index.ts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import { NOW, type Ground } from './world.ts';

/** A case names its applicant to all who may read it: the walk's cases name nobody's enterprise. */
export const APPLICANT = '矩阵建设单位';
export const PROJECT = { industries: ['2926'], unstated: 'no' } as const;
const DAY = '2026-11-25';

/** What helped every one of them, so that each is counted among the effects of the reforms. */
const RELIEF = {
  relief: 'matrix',
  measure: 4,
  kind: 'batch',
  title: { zh: '矩阵减免', en: 'Relief of the walk' },
  quote: '',
  clause: '第4条',
  pack: 'matrix',
  source: 'matrix',
  layer: 'DRAFT_MEASURE',
  confidence: 'practitioner',
  state: 'applies',
  from: null,
  to: null,
  object: null,
  adoption: null,
  reasons: [],
  missing: [],
  leftOut: [],
  cites: [],
  steps: [],
  tensions: [],
  demo: false,
};

export interface NewCase {
  /** Of an enterprise that is in the world. */
  readonly enterprise: string;
  readonly place: Owned;
  readonly track: CaseTrack;
  readonly state: CaseState;
}

/** What the law says of the project of every case here, asked once. */
let answered: { readonly answer: string; readonly basis: string } | undefined;

function lawOf() {
  if (answered) return answered;
  const on = { on: DAY, jurisdiction: '330603' };
  const answer = openRulebook().screener.screen(PROJECT, on);
  if ('problems' in answer) throw new Error('the project of the walk is answered');
  const { digest, law, statutoryLevel, level } = answer;
  const basis = { on: DAY, digest, pack: law.pack, statutoryLevel, level, reliefs: [RELIEF] };
  const helped = { ...answer, reliefs: [RELIEF] };
  answered = { answer: JSON.stringify(helped), basis: JSON.stringify(basis) };
  return answered;
}

/** A case as it stands in that state, opened by somebody who is not walking. */
export async function enterCase(
  tx: Tx,
  { enterprise, place, track, state }: NewCase,
): Promise<string> {
  const id = randomUUID();
  const { answer, basis } = lawOf();
  const { ownerOrg, districtCode, parkId } = place;
  await tx.query(
    `insert into eia_case (id, owner_org, district_code, park_id, enterprise_id, is_public, track,
       state, name, applicant, address, project, answer, basis, number, opened_at, submitted_on,
       search, changed_at)
     values ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $1::text, $9, '矩阵地址', $10, $11, $12, $1::text,
       $13, $14, $1::text, $13)`,
    [
      id,
      ownerOrg,
      districtCode,
      parkId,
      enterprise,
      PUBLIC_CASE_STATES.includes(state),
      track,
      state,
      APPLICANT,
      JSON.stringify(PROJECT),
      answer,
      basis,
      NOW,
      DAY,
    ],
  );
  await tx.query(
    `insert into eia_case_person (case_id, owner_org, district_code, role, name, phone)
     values ($1, $2, $3, 'CONTACT', '矩阵经办', '13700009999')`,
    [id, ownerOrg, districtCode],
  );
  return id;
}

/** One that nobody else sees and one that all may, of every enterprise. */
export async function enterCases(tx: Tx, { rows }: Ground): Promise<void> {
  for (const { id, districtCode, parkId } of Object.values(rows)) {
    const place = { ownerOrg: id, districtCode, parkId };
    await enterCase(tx, { enterprise: id, place, track: 'REGISTRATION', state: 'DRAFT' });
    await enterCase(tx, { enterprise: id, place, track: 'REGISTRATION', state: 'FILED' });
  }
}
