import { can, type Action } from '@ludao/contracts';
import { dateInChina } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db.ts';
import type { Session } from '../../../platform/session.ts';
import { holdersOn, type Act } from '../../organisations/index.ts';
import { judgedBy, type Stepping } from '../decide.ts';
import type { StoredAct, StoredDocument } from '../model.ts';
import { findActs } from '../store.ts';

/** The asker's act today by that right, and the acts it would judge. */
export async function actsOf(
  tx: Tx,
  document: StoredDocument,
  right: Action,
  { session, today }: { readonly session: Session; readonly today: string },
): Promise<Stepping & { readonly post: string }> {
  const owned = { ownerOrg: document.ownerOrg, districtCode: document.districtCode, parkId: null };
  const home = session.posts.filter((post) => post.home === document.ownerOrg);
  const acting = home.find((post) => can({ posts: [post] }, right, 'document', owned));
  const judged = judgedBy(right);
  const acts = (await findActs(tx, document.id)).filter(({ act }) => judged.includes(act));
  const days = acts.map(({ post, at }) => ({ post, day: dateInChina(at) }));
  const own = acting ? [{ post: acting.id, day: today }] : [];
  const holders = await holdersOn(tx, [...days, ...own]);
  const holderOf = (post: string | null, day: string) => holders.get(`${post} ${day}`) ?? null;
  return {
    roles: home.map(({ role }) => role),
    post: acting?.id ?? '',
    act: {
      person: session.personId,
      post: acting?.id ?? null,
      holder: holderOf(acting?.id ?? null, today),
    },
    work: acts.map(({ person, post, at }: StoredAct): Act => ({
      person,
      post,
      holder: holderOf(post, dateInChina(at)),
    })),
  };
}
