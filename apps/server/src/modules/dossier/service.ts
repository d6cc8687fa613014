import {
  can,
  type DossierBlock,
  type DossierEvents,
  type DossierKind,
  type DossierSectionView,
  type DossierView,
} from '@ludao/contracts';
import type { Right } from '../../platform/api.ts';
import type { Tx } from '../../platform/db.ts';
import { append, readBackwards, sha256, writeCanonical } from '../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../platform/refusal.ts';
import { narrowScope, widenScope } from '../../platform/scope.ts';
import { actorOf, scopeOf, type Session } from '../../platform/session.ts';
import type { DossierContribution, DossierSection, DossierSubject, Reading } from './door.ts';
import * as store from './store.ts';
import { EVENTS_SHOWN, idsIn, tellEvents } from './timeline.ts';

/** Who opens a file, by which door to the database, and who is told when a section fails. */
export interface Opening {
  readonly session: Session;
  readonly today: string;
  readonly asOf: string | undefined;
  readonly scoped: <T>(fn: (tx: Tx) => Promise<T>, right: Right) => Promise<T>;
  readonly report: (section: string, error: unknown) => void;
}

export interface Asked {
  readonly kind: DossierKind;
  readonly id: string;
}

interface Found {
  readonly subject: DossierSubject;
  readonly reading: Reading;
  readonly demo: boolean;
}

/** Stands last in every file. */
const TIMELINE = { key: 'timeline', title: { zh: '办理记录', en: 'Timeline' } } as const;
const DAY_MS = 24 * 60 * 60 * 1000;

/** All files, made of what the capabilities contribute; none of them is known here by name. */
export function openDossiers(contributions: readonly DossierContribution[]) {
  const sections = contributions
    .flatMap((one) => one.sections ?? [])
    .sort((a, b) => a.order - b.order);
  const streams = contributions.flatMap((one) => one.streams ?? []);
  const finders = Object.assign(
    {},
    ...contributions.map(({ subjects }) => subjects),
  ) as NonNullable<DossierContribution['subjects']>;
  const tellers = Object.assign({}, ...contributions.map(({ events }) => events)) as NonNullable<
    DossierContribution['events']
  >;
  refuseTwins(sections);

  /** The subject, or a refusal that does not tell what is foreign from what does not exist. */
  async function find(asked: Asked, opening: Opening): Promise<Found | Refusal> {
    const { session, today, asOf = today } = opening;
    if (asOf > today) return refuse('AS_OF_FUTURE', { value: asOf, limit: today }, 422);
    const right = readingOf(asked.kind);
    const [subject, demo] = await opening.scoped(
      async (tx) => [await finders[asked.kind]?.(tx, asked.id), await store.isDemo(tx)] as const,
      right,
    );
    if (!subject || !can(session, right.action, right.resource, subject.owned)) return notFound();
    const until = new Date(new Date(`${asOf}T00:00:00+08:00`).getTime() + DAY_MS);
    const reading: Reading = { session, asOf, until };
    return { subject, reading, demo };
  }

  async function readEvents(
    { subject, reading: { session, until } }: Found,
    { scoped }: Opening,
    before?: bigint,
  ): Promise<DossierEvents> {
    const named: string[] = [];
    for (const { of, right, find: findStreams } of streams) {
      const isOpen = can(session, right.action, right.resource, subject.owned);
      if (of !== subject.kind || !isOpen) continue;
      named.push(...(await scoped((tx) => findStreams(tx, subject), right)));
    }
    const right = readingOf(subject.kind);
    return scoped(async (tx) => {
      const scope = scopeOf(session, right);
      const { ownerOrg } = subject.owned;
      // Whoever may read the subject may read what happened to it, also through a park.
      if (ownerOrg !== null) await widenScope(tx, scope, ownerOrg);
      const limit = EVENTS_SHOWN + 1;
      const events = await readBackwards(tx, named, {
        until,
        limit,
        ...(before !== undefined && { before }),
      });
      // Not so who its people are: whom the reader may not see is named by the office.
      await narrowScope(tx, scope);
      return tellEvents(events, tellers, await store.nameIds(tx, idsIn(events, tellers)));
    }, right);
  }

  /** What fails says so and takes nothing else down: each section has a transaction of its own. */
  async function attempt(
    { key, title }: Pick<DossierSection, 'key' | 'title'>,
    { report }: Opening,
    load: () => Promise<readonly DossierBlock[]>,
  ): Promise<DossierSectionView> {
    try {
      return { key, title, blocks: [...(await load())], fault: null };
    } catch (error) {
      report(key, error);
      return { key, title, blocks: [], fault: 'INTERNAL_ERROR' };
    }
  }

  async function view(found: Found, opening: Opening): Promise<DossierView> {
    const { subject, reading, demo } = found;
    const shown: DossierSectionView[] = [];
    for (const section of sections) {
      const { of, right, load } = section;
      const isOpen = can(opening.session, right.action, right.resource, subject.owned);
      if (of !== subject.kind || !isOpen) continue;
      const loaded = () => opening.scoped((tx) => load(tx, subject, reading), right);
      shown.push(await attempt(section, opening, loaded));
    }
    shown.push(
      await attempt(TIMELINE, opening, async () => [
        { kind: 'timeline', ...(await readEvents(found, opening)) },
      ]),
    );
    const { owned: _, ...head } = subject;
    const content = { subject: head, asOf: reading.asOf, sections: shown };
    return { ...content, digest: sha256.digest(writeCanonical(content)), demo };
  }

  return {
    async readFile(asked: Asked, opening: Opening): Promise<DossierView | Refusal> {
      const found = await find(asked, opening);
      return isRefusal(found) ? found : view(found, opening);
    },

    async listEvents(asked: Asked, before: bigint, opening: Opening) {
      const found = await find(asked, opening);
      return isRefusal(found) ? found : readEvents(found, opening, before);
    },

    /** The log keeps who took which file home: the digest on the paper leads back to it. */
    async printFile<T>(
      { kind, id }: Asked,
      opening: Opening,
      at: { readonly now: Date; readonly causeId: string },
      print: (file: DossierView) => Promise<T>,
    ): Promise<T | Refusal> {
      const found = await find({ kind, id }, opening);
      if (isRefusal(found)) return found;
      const file = await view(found, opening);
      const printed = await print(file);
      const { owned } = found.subject;
      const right = readingOf(kind);
      const acts = actorOf(opening.session, right.action, right.resource, owned);
      await opening.scoped(async (tx) => {
        await append(tx, { ...acts, actingFor: null, ...at }, [
          {
            stream: `dossier/${kind}/${id}`,
            type: 'dossier.printed',
            typeVersion: 1,
            body: { digest: file.digest, asOf: file.asOf },
            ownerOrg: owned.ownerOrg,
            districtCode: owned.districtCode,
          },
        ]);
      }, right);
      return printed;
    },
  };
}
export type Dossiers = ReturnType<typeof openDossiers>;

/** A subject is named like the resource that it is. */
function readingOf(kind: DossierKind): Right {
  return { action: 'read', resource: kind };
}

/** Two sections with one address would hide each other. */
function refuseTwins(sections: readonly DossierSection[]): void {
  const seen = new Set<string>();
  for (const { of, key } of sections) {
    const name = `${of}/${key}`;
    if (seen.has(name) || key === TIMELINE.key) throw new Error(`two sections are called ${name}`);
    seen.add(name);
  }
}
