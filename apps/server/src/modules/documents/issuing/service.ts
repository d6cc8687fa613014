import type {
  DocumentSealing,
  DocumentServing,
  DocumentView,
  OfficialNumber,
  SealWay,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append, type EventContext } from '../../../platform/event-log/index.ts';
import type { FileEntry, Files, StoredFile } from '../../../platform/files/index.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/refusal.ts';
import { notify } from '../../notifications/index.ts';
import { startClock } from '../../tasks/index.ts';
import { decideService, takesEffect } from '../decide.ts';
import { streamOf, type StoredDocument } from '../model.ts';
import { voidNumberOf } from '../numbers/store.ts';
import {
  actingAt,
  event,
  ownedBy,
  take,
  type Asking,
  type Done,
  type First,
  type Taking,
} from '../step/service.ts';
import * as store from '../store.ts';
import { endWork } from '../work/service.ts';

const PAPERS = ['application/pdf', 'image/jpeg', 'image/png'];

/** Binds the paper that people stamped and scanned. */
export function seal(
  tx: Tx,
  id: string,
  { version, way, fileId, sealedOn }: DocumentSealing,
  asking: Asking,
  files: Files,
): Promise<DocumentView | Refusal> {
  return bindPaper(tx, id, version, 'seal', asking, {
    way,
    sealedOn,
    keep: async (entry) => {
      const file = await files.link(tx, fileId, entry);
      return isRefusal(file) ? refuse('FILE_UNKNOWN', { field: 'fileId' }, 422) : file;
    },
  });
}

/** How a sealed paper came, and how its file is put on record for the office. */
export interface SealedPaper {
  readonly way: SealWay;
  readonly sealedOn: string;
  readonly keep: (entry: FileEntry) => Promise<StoredFile | Refusal>;
}

/** Binds the stamped paper to the document by the hash of its file. */
export function bindPaper(
  tx: Tx,
  id: string,
  version: number,
  step: 'seal' | 'collectSeal',
  asking: Asking,
  { way, sealedOn, keep }: SealedPaper,
): Promise<DocumentView | Refusal> {
  return take(tx, id, version, step, asking, async (taking) => {
    const { document } = taking;
    const from = document.signedOn ?? '';
    if (sealedOn < from || sealedOn > asking.today) {
      const params = { field: 'sealedOn', value: sealedOn, from, limit: asking.today };
      return refuse('SEALED_OUTSIDE', params, 422);
    }
    const placed = { ...ownedBy(document), ...by(taking, asking) };
    const file = await keep({ ...placed, purpose: 'document-seal' });
    if (isRefusal(file)) return file;
    if (!PAPERS.includes(file.mediaType)) {
      return refuse('SEAL_NO_PAPER', { field: 'fileId', value: file.mediaType }, 422);
    }
    const { sha256 } = file;
    return withEffect(tx, taking, step, asking, {
      act: 'SEALED',
      changed: { sealWay: way, sealFile: file.id, sealSha256: sha256, sealedOn },
      events: [event('document.sealed', { way, sha256, sealedOn })],
    });
  });
}

/** Records a delivery; one that failed leaves the document where it is. */
export function serve(
  tx: Tx,
  id: string,
  { version, outcome, ...serving }: DocumentServing,
  asking: Asking,
  files: Files,
): Promise<DocumentView | Refusal> {
  return take(tx, id, version, 'serve', asking, async (taking) => {
    const { document } = taking;
    const { way, on, receiver, witness, consent, note, receiptFileId } = serving;
    const failed = outcome === 'FAILED';
    const checked = failed ? { ...serving, way: 'LEFT' as const, witness: '-' } : serving;
    const decided = decideService(checked, document.signedOn ?? '', asking.today);
    if (isRefusal(decided)) return decided;
    if (failed && note === '') return refuse('FAILURE_NEEDS_NOTE', { field: 'note' }, 422);
    const placed = { ...ownedBy(document), ...by(taking, asking) };
    const receipt = receiptFileId
      ? await files.link(tx, receiptFileId, { ...placed, purpose: 'document-receipt' })
      : null;
    if (isRefusal(receipt)) return refuse('FILE_UNKNOWN', { field: 'receiptFileId' }, 422);
    const countsFrom = failed ? null : decided.countsFrom;
    const delivery = { outcome, way, on, countsFrom, receiver, witness, consent, note };
    await store.insertDelivery(tx, document, { ...delivery, receiptFile: receipt?.id ?? null });
    if (countsFrom === null) {
      const told = event('document.delivery_failed', { way, on });
      return { act: 'DELIVERY_FAILED', state: document.state, events: [told] };
    }
    const servedFile = await handOut(tx, taking, asking, files);
    await startPeriods(tx, taking, countsFrom, asking);
    await tellAddressee(tx, document, asking);
    return withEffect(tx, taking, 'serve', asking, {
      act: 'SERVED',
      changed: { servedOn: on, countsFrom, servedFile },
      events: [event('document.served', { way, on, countsFrom })],
    });
  });
}

/** The stamped paper becomes the addressee's own file; null where no organisation is addressed. */
async function handOut(
  tx: Tx,
  taking: Taking,
  asking: Asking,
  files: Files,
): Promise<string | null> {
  const { addresseeOrg, sealFile } = taking.document;
  if (addresseeOrg === null || sealFile === null) return null;
  const owned = { ...ownedBy(taking.document), ownerOrg: addresseeOrg };
  const entry = { ...owned, purpose: 'document-served', ...by(taking, asking) };
  const file = await files.link(tx, sealFile, entry);
  return isRefusal(file) ? null : file.id;
}

/** The people of the addressee who open what was served on it. */
const RECEIVERS = ['ENTERPRISE_OWNER', 'PARK_MANAGER', 'LANDLORD'] as const;

/** What the addressee may do against it, and until when, runs from the day that counts. */
async function startPeriods(
  tx: Tx,
  { document, template, post }: Taking,
  countsFrom: string,
  asking: Asking,
): Promise<void> {
  const { id, ownerOrg, addresseeOrg, districtCode } = document;
  for (const clock of template.clocks) {
    await startClock(
      tx,
      asking.law(),
      {
        clock,
        subject: { kind: 'document', id },
        owner: { ownerOrg: addresseeOrg, districtCode, parkId: null },
        officeOrg: ownerOrg,
        startedAt: new Date(`${countsFrom}T00:00:00+08:00`),
      },
      actingAt(post, asking),
    );
  }
}

async function tellAddressee(
  tx: Tx,
  { id, addresseeOrg, number }: StoredDocument,
  { now, today }: Asking,
): Promise<void> {
  if (addresseeOrg === null || number === null) return;
  await notify(
    tx,
    {
      kind: 'DOCUMENT_SERVED',
      toRoles: { organisations: [addresseeOrg], roles: RECEIVERS },
      params: { document: number },
      link: '/received',
      dedupeKey: `document/${id}/served`,
    },
    { now, today },
  );
}

function by({ post }: Taking, asking: Asking) {
  return { by: actingAt(post, asking), today: asking.today };
}

/** The official system gave its number: with it the act counts, and the paper's note goes. */
export function recordOutside(
  tx: Tx,
  id: string,
  { version, number, on }: OfficialNumber,
  asking: Asking,
): Promise<DocumentView | Refusal> {
  return take(tx, id, version, 'recordOutside', asking, async ({ document }) => {
    const from = document.signedOn ?? '';
    if (on < from || on > asking.today) {
      return refuse(
        'OFFICIAL_DAY_OUTSIDE',
        { field: 'on', value: on, from, limit: asking.today },
        422,
      );
    }
    if (/[<>{}]/.test(number)) return refuse('TEXT_HAS_MARKUP', { field: 'number' }, 422);
    return {
      act: 'RECORDED_OUTSIDE',
      changed: { officialNumber: number, officialOn: on },
      events: [event('document.recorded_outside', { number, on })],
    };
  });
}

/** A document about another takes effect on it in the same transaction, and the first one says so. */
async function withEffect(
  tx: Tx,
  { document, template, first, post }: Taking,
  step: 'seal' | 'collectSeal' | 'serve',
  asking: Asking,
  done: Done,
): Promise<Done | Refusal> {
  if (!first || !takesEffect(template, step)) return done;
  const effect = template.effect!;
  const late = effect === 'VOID' && first.servedOn !== null;
  if (late) return refuse('FOLLOW_UP_NOT_NOW', { effect, state: first.state });
  await store.updateDocument(tx, first, { effect }, asking.now);
  if (effect === 'VOID') {
    await voidNumberOf(tx, first.id, document.number ?? '');
    await endWork(tx, first, actingAt(post, asking));
  }
  await tellFirst(
    tx,
    first,
    { effect, by: document.id, number: document.number ?? '' },
    actingAt(post, asking),
  );
  return done;
}

async function tellFirst(
  tx: Tx,
  { id, ownerOrg, districtCode }: First,
  body: { readonly effect: string; readonly by: string; readonly number: string },
  acting: EventContext,
): Promise<void> {
  await append(tx, acting, [
    {
      stream: streamOf(id),
      type: 'document.followed_up',
      typeVersion: 1,
      body,
      ownerOrg,
      districtCode,
    },
  ]);
}
