import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { can, type DocumentView } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { Files } from '../../../platform/files/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { bindPaper } from '../issuing/service.ts';
import { findDocument } from '../reading/service.ts';
import { event, take, type Asking } from '../step/service.ts';
import { SealSystemAway, type SealPort } from './port.ts';

type Scoped = <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>;

export interface Sealing {
  readonly port: SealPort | null;
  readonly files: Files;
  readonly scoped: Scoped;
  /** Sets the frozen paper; no transaction is open meanwhile. */
  readonly print: (view: DocumentView) => Promise<Buffer>;
  /** The network address of who asks. */
  readonly address: string;
}

/** Sets the paper and hands it to the seal system; the document stays where it is until it is back. */
export async function handToSeal(
  id: string,
  version: number,
  asking: Asking,
  { port, scoped, print }: Sealing,
): Promise<DocumentView | Refusal> {
  if (!port) return refuse('SEAL_SYSTEM_NOT_SET');
  const view = await readFor(id, asking, scoped);
  if (isRefusal(view)) return view;
  if (!view.may.steps.includes('handToSeal')) {
    return refuse('DOCUMENT_NOT_THERE', {
      step: 'handToSeal',
      state: view.state,
      limit: 'NUMBERED',
    });
  }
  const pdf = await print(view);
  const { number, title, digest } = view;
  return unlessAway(async () => {
    await port.hand({ id, number: number ?? '', title, digest, pdf });
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    return scoped((tx) =>
      take(tx, id, version, 'handToSeal', asking, async () => ({
        act: 'HANDED_TO_SEAL',
        events: [event('document.handed_to_seal', { way: port.way, sha256 })],
      })),
    );
  });
}

/** Takes the sealed paper over, if it is back, and binds it by its hash. */
export async function collectSeal(
  id: string,
  version: number,
  asking: Asking,
  { port, scoped, files, address }: Sealing,
): Promise<DocumentView | Refusal> {
  if (!port) return refuse('SEAL_SYSTEM_NOT_SET');
  const view = await readFor(id, asking, scoped);
  if (isRefusal(view)) return view;
  return unlessAway(async () => {
    const sealed = await port.collect(id);
    if (!sealed) return refuse('SEAL_NOT_BACK');
    const sender = { personId: asking.session.personId, address, now: asking.now };
    const taken = await files.take(Readable.from([sealed]), `${view.number}.pdf`, sender);
    if (isRefusal(taken)) return taken;
    const done = await scoped((tx) =>
      bindPaper(tx, id, version, 'collectSeal', asking, {
        way: port.way,
        sealedOn: asking.today,
        keep: (entry) => files.record(tx, taken, entry),
      }),
    );
    if (!isRefusal(done)) await port.settle(id);
    return done;
  });
}

async function readFor(
  id: string,
  asking: Asking,
  scoped: Scoped,
): Promise<DocumentView | Refusal> {
  const view = await scoped((tx) => findDocument(tx, id, asking));
  if (!view) return notFound();
  const mayIssue = asking.session.posts.some((post) =>
    can({ posts: [post] }, 'issue', 'document', {
      ownerOrg: view.officeId,
      districtCode: null,
      parkId: null,
    }),
  );
  return mayIssue ? view : refuse('NOT_YOUR_OFFICE', {}, 403);
}

async function unlessAway<T>(act: () => Promise<T | Refusal>): Promise<T | Refusal> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof SealSystemAway)) throw error;
    return refuse('SEAL_SYSTEM_AWAY', {}, 503);
  }
}
