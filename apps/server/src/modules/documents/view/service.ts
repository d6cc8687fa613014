import {
  can,
  type DocumentKind,
  type DocumentRow,
  type DocumentStepName,
  type DocumentView,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import type { Session } from '../../../platform/session.ts';
import { actsOf } from '../acts/service.ts';
import { paperOf } from '../compose.ts';
import { followUps, isRunning, stepFault, STEPS } from '../decide.ts';
import { findClocksOf } from '../../tasks/index.ts';
import type { StoredDocument } from '../model.ts';
import { findOffices } from '../offices/store.ts';
import type { SealPort } from '../seals/port.ts';
import * as store from '../store.ts';
import type { Template, Templates } from '../template.ts';
import { findVolume } from '../volumes/store.ts';

export interface Viewing {
  readonly session: Session;
  readonly today: string;
  readonly templates: Templates;
  readonly seals?: SealPort | null;
}

/** A document as its reader sees it, with what the reader may do next. */
export async function viewOf(
  tx: Tx,
  document: StoredDocument,
  { session, today, templates, seals }: Viewing,
): Promise<DocumentView> {
  const template = templates.of(document.kind, document.edition);
  const [office] = await findOffices(tx, [document.ownerOrg]);
  const acts = await store.findActs(tx, document.id);
  const names = await store.nameActors(tx, acts);
  const volume = await findVolume(tx, document.volumeId);
  const following = await store.findFollowing(tx, document.id);
  const first = document.corrects ? await store.findDocument(tx, document.corrects) : undefined;
  return {
    ...rowOf(document, template, office?.name ?? ''),
    version: document.version,
    officeId: document.ownerOrg,
    edition: document.edition,
    template: kindOf(template),
    fields: { ...document.fields },
    paper: paperOf(document, template, office ?? null),
    digest: document.digest,
    subject: { kind: document.subjectKind, id: document.subjectId },
    volume: {
      id: document.volumeId,
      name: volume?.title ?? '',
      closed: (volume?.closedOn ?? null) !== null,
    },
    acts: acts.map(({ act, person, post, at, reason }) => ({
      act,
      person: names.get(person) ?? '',
      post: names.get(post) ?? '',
      at: at.toISOString(),
      reason,
    })),
    seal:
      document.sealWay && document.sealedOn && document.sealFile && document.sealSha256
        ? {
            way: document.sealWay,
            sealedOn: document.sealedOn,
            file: document.sealFile,
            sha256: document.sealSha256,
          }
        : null,
    deliveries: (await store.findDeliveries(tx, document.id)).map(
      ({ consent: _consent, ...rest }) => rest,
    ),
    periods: (document.servedOn
      ? await findClocksOf(tx, { kind: 'document', id: document.id })
      : []
    ).map(({ id, terms, dueOn, provisional }) => ({
      clock: id,
      name: { ...terms.title },
      cite: terms.cite,
      dueOn,
      provisional,
    })),
    record: {
      mode: document.recordMode ?? 'OWN',
      system: document.officialSystem,
      number: document.officialNumber,
      on: document.officialOn,
    },
    corrects: first ? { id: first.id, name: first.title, number: first.number } : null,
    followedBy: following.map(({ id, title, number, state, kind, edition }) => ({
      id,
      name: title,
      number,
      state,
      effect: templates.of(kind, edition).effect ?? 'CORRECT',
    })),
    verification: document.verification,
    may: await mayOf(
      tx,
      document,
      template,
      { session, today },
      {
        hasRunning: following.some(isRunning),
        mayHand: Boolean(seals),
        mayCollect: Boolean(seals) && acts.some(({ act }) => act === 'HANDED_TO_SEAL'),
      },
    ),
  };
}

async function mayOf(
  tx: Tx,
  document: StoredDocument,
  template: Template,
  asking: { readonly session: Session; readonly today: string },
  told: { readonly hasRunning: boolean; readonly mayHand: boolean; readonly mayCollect: boolean },
): Promise<DocumentView['may']> {
  const owned = { ownerOrg: document.ownerOrg, districtCode: document.districtCode, parkId: null };
  const steps: DocumentStepName[] = [];
  let ownWork = false;
  for (const step of Object.keys(STEPS) as DocumentStepName[]) {
    const { right, from } = STEPS[step];
    if (step === 'handToSeal' && !told.mayHand) continue;
    if (step === 'collectSeal' && !told.mayCollect) continue;
    if (!from.includes(document.state) || !can(asking.session, right, 'document', owned)) continue;
    const acting = await actsOf(tx, document, right, asking);
    const fault = stepFault(document, template, step, acting);
    if (isRefusal(fault)) ownWork ||= fault.refused === 'OWN_WORK';
    else steps.push(step);
  }
  const mayDraft = can(asking.session, 'create', 'document', owned);
  return { steps, ownWork, followUp: mayDraft ? [...followUps(document, told.hasRunning)] : [] };
}

export function rowOf(document: StoredDocument, template: Template, office: string): DocumentRow {
  const { id, kind, title, number, addressee, state, effect, signedOn, servedOn } = document;
  return {
    id,
    kind,
    title,
    number,
    addressee,
    state,
    effect,
    signedOn,
    servedOn,
    office,
    kindName: { ...template.name },
    changedAt: document.changedAt.toISOString(),
  };
}

export function kindOf(template: Template): DocumentKind {
  const { effectiveFrom: _from, effectiveTo: _to, ...kind } = template;
  return {
    ...kind,
    name: { ...kind.name },
    use: { ...kind.use },
    fields: kind.fields.map((field) => ({ ...field, name: { ...field.name } })),
    clocks: [...kind.clocks],
    restsOn: [...kind.restsOn],
    body: [...kind.body],
    remedies: kind.remedies.map(({ text }) => ({ text })),
    roles: {
      draft: [...kind.roles.draft],
      review: [...kind.roles.review],
      sign: [...kind.roles.sign],
    },
  };
}
