import { can, REFUSAL_GROUNDS, type CasePaper } from '@ludao/contracts';
import { dateInChina } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/db.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../../platform/refusal.ts';
import { draftDocument, standingOf, type Templates } from '../../../documents/index.ts';
import type { StoredCase } from '../../model.ts';
import { actingOn, tell } from '../../service.ts';
import { findCase } from '../../store.ts';
import { postAtOffice } from '../decide.ts';
import type { StoredApproval } from '../model.ts';
import { otherOfficeFault, type Asking } from '../step/service.ts';
import { findApproval, updateApproval } from '../store.ts';
import { mayDraft } from '../view/service.ts';

/**
 * Drafts the paper of a step, filled in from the case, in the volume of its other papers. The step
 * itself counts already; the paper goes its own way from desk to desk, and its number is shown here.
 */
export async function draftCasePaper(
  tx: Tx,
  id: string,
  kind: CasePaper,
  asking: Asking & { readonly templates: Templates },
): Promise<{ readonly id: string } | Refusal> {
  const { session } = asking;
  const found = await findCase(tx, id, { lock: true });
  if (!found || !can(session, 'read', 'eia_case', found)) return notFound();
  if (!can(session, 'review', 'eia_case', found)) {
    return refuse('CASE_STEP_NOT_YOURS', { value: 'paper' }, 403);
  }
  const approval = await findApproval(tx, id);
  const post = postAtOffice(session.posts, 'review', found, approval.officeOrg);
  if (!post) return otherOfficeFault(tx, found, approval);
  if (found.enterpriseId === null || !mayDraft(found, approval, session).includes(kind)) {
    return refuse('PAPER_NOT_DUE', { value: kind });
  }
  const [first] = approval.papers;
  const standing = await standingOf(tx, first ? [first.document] : []);
  const volume = first ? (standing.get(first.document)?.volume ?? null) : null;
  const drafted = await draftDocument(
    tx,
    {
      kind,
      office: post.home,
      subject: { kind: 'enterprise', id: found.enterpriseId },
      volume: volume === null ? { title: `${found.name}环评审批`.slice(0, 100) } : { id: volume },
      fields: fieldsOf(kind, found, approval),
    },
    asking,
  );
  if (isRefusal(drafted)) return drafted;
  const papers = [...approval.papers, { kind, document: drafted.id }];
  await updateApproval(tx, found, { papers });
  const acting = { ...actingOn(found, 'review', asking), office: post.id };
  await tell(tx, found, 'case.paper_drafted', { kind, document: drafted.id }, acting);
  return drafted;
}

/** What the case says, in the fields of the template. */
function fieldsOf(
  kind: CasePaper,
  found: StoredCase,
  approval: StoredApproval,
): Readonly<Record<string, string>> {
  const { receivedAt, acceptedOn, acceptanceNumber, missing, proposal, decisionNumber } = approval;
  const received_on = receivedAt === null ? '' : dateInChina(receivedAt);
  const document = found.track === 'REPORT' ? '环境影响报告书' : '环境影响报告表';
  const { name: project, address } = found;
  const decided = { decision_number: decisionNumber ?? '', decided_on: found.decidedOn ?? '' };
  switch (kind) {
    case 'eia_acceptance_notice':
      return {
        project,
        document,
        received_on,
        accepted_on: acceptedOn ?? '',
        acceptance_number: acceptanceNumber ?? '',
      };
    case 'eia_incomplete_notice': {
      const items = (missing ?? []).map(({ what, basis }, at) => `${at + 1}．${what}（${basis}）`);
      return { project, received_on, missing: items.join('\n') };
    }
    case 'eia_approval':
      return { project, document, address, ...decided, conditions: proposal?.words ?? '' };
    case 'eia_refusal': {
      const grounds = (proposal?.grounds ?? []).map((ground) => {
        const { zh, cite } = REFUSAL_GROUNDS[ground];
        return `${zh}（${cite}）`;
      });
      const said = { grounds: grounds.join('\n'), reasons: proposal?.words ?? '' };
      return { project, document, ...decided, ...said };
    }
  }
}
