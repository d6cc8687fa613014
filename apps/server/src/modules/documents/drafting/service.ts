import { randomUUID } from 'node:crypto';
import { can, titleOf, type DocumentFollowUp, type DocumentForm } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append } from '../../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { digestOf, givenBy } from '../compose.ts';
import { fieldsFault, followUps, isRunning } from '../decide.ts';
import { streamOf, type StoredDocument } from '../model.ts';
import { ownedBy, type Asking, type First } from '../step/service.ts';
import * as store from '../store.ts';
import type { Template } from '../template.ts';
import type { StoredVolume } from '../volumes/model.ts';
import { findOpenVolumes, findSubject, findVolume, insertVolume } from '../volumes/store.ts';

/** Drafts a document of the office, in a volume of its own or one that is open. */
export async function draft(
  tx: Tx,
  form: DocumentForm,
  asking: Asking,
): Promise<{ readonly id: string } | Refusal> {
  const template = asking.templates.on(form.kind, asking.today);
  if (!template || template.effect !== null) {
    return refuse('TEMPLATE_UNKNOWN', { field: 'kind', value: form.kind }, 422);
  }
  const { kind, id: subjectId } = form.subject;
  const subject = await findSubject(tx, kind, subjectId);
  const post = asking.session.posts.find(
    (held) =>
      held.home === form.office &&
      template.roles.draft.includes(held.role) &&
      (!subject || held.districts.includes(subject.districtCode)),
  );
  if (!subject) return refuse('SUBJECT_UNKNOWN', { field: 'subject' }, 422);
  if (!post)
    return refuse('DOCUMENT_ROLE', { step: 'change', roles: template.roles.draft.join(',') }, 403);
  const fault = fieldsFault(template, form.fields);
  if (fault) return fault;
  const office = { ownerOrg: form.office, districtCode: subject.districtCode };
  const matter = { ...office, subjectKind: kind, subjectId, subjectName: subject.name };
  const volume = await takeVolume(tx, form.volume, matter, asking.today);
  if (isRefusal(volume)) return volume;
  return insertDraft(
    tx,
    template,
    { ...matter, addresseeOrg: subject.org },
    volume,
    form.fields,
    null,
    post.id,
    asking,
  );
}

/** A paper that another capability fills in: `volume` is a title. */
export interface PaperDraft extends Omit<DocumentForm, 'volume' | 'fields'> {
  readonly volume: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Drafts for another capability: into the open volume of that title about the subject, or a new one. */
export function draftsInto({ templates, law }: Pick<Asking, 'templates' | 'law'>) {
  return async (
    tx: Tx,
    { volume: title, fields, ...form }: PaperDraft,
    asking: Omit<Asking, 'templates' | 'law'>,
  ): Promise<{ readonly id: string } | Refusal> => {
    const open = await findOpenVolumes(tx, form.office, form.subject.id);
    const there = open.find(({ name }) => name === title);
    const volume = there ? { id: there.id } : { title };
    return draft(tx, { ...form, volume, fields: { ...fields } }, { ...asking, templates, law });
  };
}

/** Drafts the document about an earlier one; it stands in the same volume. */
export async function draftFollowUp(
  tx: Tx,
  id: string,
  { effect, fields }: DocumentFollowUp,
  asking: Asking,
): Promise<{ readonly id: string } | Refusal> {
  const first = await store.findDocument(tx, id, { lock: true });
  if (!first) return notFound();
  const owned = ownedBy(first);
  if (!can(asking.session, 'create', 'document', owned)) return refuse('NOT_YOUR_OFFICE', {}, 403);
  const template = asking.templates.listOn(asking.today).find((one) => one.effect === effect);
  if (!template) return refuse('TEMPLATE_UNKNOWN', { field: 'effect', value: effect }, 422);
  const running = (await store.findFollowing(tx, id)).some(isRunning);
  if (running) return refuse('FOLLOW_UP_RUNNING');
  if (!followUps(first, running).includes(effect)) {
    return refuse('FOLLOW_UP_NOT_NOW', { effect, state: first.effect ?? first.state });
  }
  const post = asking.session.posts.find(
    (held) => held.home === first.ownerOrg && template.roles.draft.includes(held.role),
  );
  if (!post)
    return refuse('DOCUMENT_ROLE', { step: 'change', roles: template.roles.draft.join(',') }, 403);
  const fault = fieldsFault(template, fields);
  if (fault) return fault;
  const volume = await findVolume(tx, first.volumeId, { lock: true });
  const kept = volume?.closedOn === null ? volume : await reopened(tx, first, volume, asking.today);
  const subjectName = volume?.subjectName ?? first.addressee;
  return insertDraft(tx, template, { ...first, subjectName }, kept, fields, first, post.id, asking);
}

type Matter = Pick<StoredDocument, 'ownerOrg' | 'districtCode' | 'subjectKind' | 'subjectId'> & {
  readonly subjectName: string;
};

async function insertDraft(
  tx: Tx,
  template: Template,
  matter: Matter & Pick<StoredDocument, 'addresseeOrg'>,
  volume: Pick<StoredVolume, 'id'>,
  given: Readonly<Record<string, string>>,
  first: StoredDocument | null,
  post: string,
  { session, now, causeId }: Asking,
): Promise<{ readonly id: string }> {
  const id = randomUUID();
  const { ownerOrg, districtCode, subjectKind, subjectId, addresseeOrg } = matter;
  const { kind, edition } = template;
  const fields = { ...given, ...givenBy(first as First | null) };
  const content = {
    kind,
    edition,
    addressee: matter.subjectName,
    title: titleOf(template, fields),
    fields,
  };
  const digest = digestOf(content);
  const document = {
    ...content,
    id,
    ownerOrg,
    districtCode,
    subjectKind,
    subjectId,
    addresseeOrg,
    volumeId: volume.id,
    digest,
    corrects: first?.id ?? null,
  };
  await store.insertDocument(tx, document, now);
  const act = { act: 'DRAFTED', person: session.personId, post, at: now, reason: null } as const;
  await store.insertAct(tx, document, act);
  await append(tx, { actor: session.personId, office: post, actingFor: null, now, causeId }, [
    {
      stream: streamOf(id),
      type: 'document.drafted',
      typeVersion: 1,
      body: {
        kind,
        edition,
        digest,
        volume: volume.id,
        subject: subjectId,
        corrects: first?.id ?? null,
      },
      ownerOrg,
      districtCode,
      expectedSeq: 0,
    },
  ]);
  return { id };
}

async function takeVolume(
  tx: Tx,
  wanted: DocumentForm['volume'],
  matter: Matter,
  today: string,
): Promise<Pick<StoredVolume, 'id'> | Refusal> {
  if ('title' in wanted) return openVolume(tx, matter, wanted.title, today);
  const volume = await findVolume(tx, wanted.id, { lock: true });
  if (!volume || volume.ownerOrg !== matter.ownerOrg)
    return refuse('VOLUME_UNKNOWN', { field: 'volume' }, 422);
  if (volume.closedOn !== null) return refuse('VOLUME_CLOSED', { value: volume.title });
  if (volume.subjectId !== matter.subjectId) {
    return refuse('VOLUME_OF_ANOTHER', { field: 'volume', value: volume.subjectName }, 422);
  }
  return volume;
}

async function openVolume(
  tx: Tx,
  matter: Matter,
  title: string,
  today: string,
): Promise<Pick<StoredVolume, 'id'>> {
  const { ownerOrg, districtCode, subjectKind, subjectId, subjectName } = matter;
  const volume = {
    id: randomUUID(),
    ownerOrg,
    districtCode,
    title,
    subjectKind,
    subjectId,
    subjectName,
    openedOn: today,
  };
  await insertVolume(tx, volume);
  return volume;
}

/** A closed volume stays closed: what comes later about its documents opens another. */
function reopened(
  tx: Tx,
  first: StoredDocument,
  closed: StoredVolume | undefined,
  today: string,
): Promise<Pick<StoredVolume, 'id'>> {
  const subjectName = closed?.subjectName ?? first.addressee;
  return openVolume(tx, { ...first, subjectName }, `${closed?.title ?? first.title}（续）`, today);
}
