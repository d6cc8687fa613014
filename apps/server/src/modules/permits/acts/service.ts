import { can, type Action, type Role } from '@ludao/contracts';
import { dateInChina } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db.ts';
import type { Session } from '../../../platform/session.ts';
import { holdersOn, type Act } from '../../organisations/index.ts';
import { JUDGED_STEPS, type Stepping } from '../decide.ts';
import type { StoredApplication } from '../model.ts';
import { findActs } from '../store.ts';

/** The roles of the asker that give the right to the row, and the acts that a decision would judge. */
export async function steppingOf(
  tx: Tx,
  application: StoredApplication,
  right: Action,
  { session, today }: { readonly session: Session; readonly today: string },
): Promise<Stepping & { readonly post: string }> {
  const posts = session.posts.filter((post) =>
    can({ posts: [post] }, right, 'permit', application),
  );
  const post = posts[0]?.id ?? '';
  const acts =
    right === 'sign'
      ? (await findActs(tx, application.id)).filter((act) => JUDGED_STEPS.includes(act.step))
      : [];
  const days = acts.map((act) => ({ post: act.post, day: dateInChina(act.at) }));
  const own = right === 'sign' && post !== '' ? [{ post, day: today }] : [];
  const holders = await holdersOn(tx, [...days, ...own]);
  const holderOf = (at: string, day: string) => holders.get(`${at} ${day}`) ?? null;
  return {
    roles: posts.map(({ role }): Role => role),
    post,
    act: { person: session.personId, post: post || null, holder: holderOf(post, today) },
    work: acts.map(({ person, post: at, at: moment }): Act => ({
      person,
      post: at,
      holder: holderOf(at, dateInChina(moment)),
    })),
  };
}
