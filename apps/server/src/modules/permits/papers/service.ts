import { APPLICATION_KINDS, can } from '@ludao/contracts';
import { dateInChina } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db.ts';
import { notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import type { Session } from '../../../platform/session.ts';
import type { PaperDraft } from '../../documents/index.ts';
import { isHidden } from '../decide.ts';
import type { StoredApplication, StoredPermit } from '../model.ts';
import * as store from '../store.ts';

/** The writing of papers, as the documents of an office do it. */
export type DraftPaper = (
  tx: Tx,
  paper: PaperDraft,
  asking: Asking,
) => Promise<{ readonly id: string } | Refusal>;

export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
}

/** Drafts a paper of the officer's own office with what the application says. */
export async function draftPaper(
  tx: Tx,
  id: string,
  kind: 'permit_incomplete_notice' | 'permit_refusal',
  asking: Asking,
  draft: DraftPaper,
): Promise<{ readonly id: string } | Refusal> {
  const { session } = asking;
  const application = await store.findApplication(tx, id);
  if (!application || isHidden(application, session)) return notFound();
  if (!can(session, 'review', 'permit', application)) return refuse('PERMIT_NOT_YOURS', {}, 403);
  const permit = await store.findPermit(tx, application.permitId);
  if (!permit) return notFound();
  const fields = fieldsOf(kind, permit, application);
  if (!fields) return refuse('PERMIT_PAPER_NOT_NOW', { state: application.state });
  const post = session.posts.find((held) =>
    can({ posts: [held] }, 'review', 'permit', application),
  );
  return draft(
    tx,
    {
      kind,
      office: post!.home,
      subject: { kind: permit.holderKind, id: permit.holderId },
      volume: `排污许可：${permit.holderName}`.slice(0, 100),
      fields,
    },
    asking,
  );
}

/** What the paper says; undefined while the application has nothing to say. */
function fieldsOf(
  kind: 'permit_incomplete_notice' | 'permit_refusal',
  { site }: StoredPermit,
  application: StoredApplication,
): Record<string, string> | undefined {
  const { submittedAt, asked, state, outcomeReasons, outcomeLaw } = application;
  const applied = {
    matter: `${APPLICATION_KINDS[application.kind].zh}${site === '' ? '' : `（${site}）`}`,
    applied_on: submittedAt ? dateInChina(submittedAt) : '',
  };
  if (kind === 'permit_incomplete_notice') {
    return asked ? { ...applied, missing: asked.join('\n') } : undefined;
  }
  if (state !== 'REFUSED') return undefined;
  return { ...applied, reasons: outcomeReasons ?? '', basis: outcomeLaw ?? '' };
}
