import { dateInChina } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db.ts';
import type { Session } from '../../../platform/session.ts';
import { holdersOn } from '../../organisations/index.ts';
import {
  openWorkItem,
  settleWorkItem,
  withdrawWorkItem,
  type Acting,
  type WorkKind,
} from '../../tasks/index.ts';

const APPROVAL: WorkKind = {
  code: 'rulebook.approve',
  zh: '规则条目审核',
  en: 'Approval of a rulebook entry',
};

/** The kinds of work of this capability. */
export const rulebookWork: readonly WorkKind[] = [APPROVAL];

interface Submitted {
  readonly id: string;
  readonly title: string;
  readonly district: string;
  readonly by: string;
  readonly post: Session['posts'][number];
}

/** Whoever approves at the office that entered it; the city's own officers approve for each other. */
export async function openApproval(
  tx: Tx,
  { id, title, district, by, post }: Submitted,
  acting: Acting,
): Promise<void> {
  const day = dateInChina(acting.now);
  const holder = (await holdersOn(tx, [{ post: post.id, day }])).get(`${post.id} ${day}`);
  await openWorkItem(
    tx,
    {
      kind: APPROVAL,
      subject: subjectOf(id),
      title,
      org: post.organisation.id,
      place: { districtCode: district, parkId: null },
      role: post.organisation.kind === 'MUNICIPAL_EEB' ? 'CITY_OFFICER' : 'BUREAU_HEAD',
      notPersons: [...new Set([by, holder].filter((one) => one !== undefined && one !== null))],
      to: `/rulebook/${id}`,
    },
    acting,
  );
}

export async function closeApproval(
  tx: Tx,
  id: string,
  how: 'decided' | 'withdrawn',
  acting: Acting,
): Promise<void> {
  const which = { subject: subjectOf(id), kind: APPROVAL };
  await (how === 'decided' ? settleWorkItem : withdrawWorkItem)(tx, which, acting);
}

function subjectOf(id: string) {
  return { kind: 'rulebook', id };
}
