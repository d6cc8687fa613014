import type { Bilingual, DossierBlock, DossierEvent, DossierKind, Owned } from '@ludao/contracts';
import type { Right } from '../../platform/api.ts';
import type { Tx } from '../../platform/db.ts';
import type { JsonObject } from '../../platform/event-log/index.ts';
import type { Session } from '../../platform/session.ts';

/** Whose file it is. */
export interface DossierSubject {
  readonly kind: DossierKind;
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly districtCode: string;
  readonly owned: Owned;
}

/** Who reads the file, and the day it is of. */
export interface Reading {
  readonly session: Session;
  /** 'YYYY-MM-DD': today or earlier. */
  readonly asOf: string;
  /** The instant at which that day has ended in China. */
  readonly until: Date;
}

/**
 * One section of a file. It is loaded in a transaction of its own that sees what those posts of the
 * reader reach that give the section's right; without that right to the subject it is not there.
 */
export interface DossierSection {
  /** Of all sections, for example 'tenancy'; part of the page's address. */
  readonly key: string;
  readonly title: Bilingual;
  /** Sections stand in this order. */
  readonly order: number;
  readonly of: DossierKind;
  readonly right: Right;
  /** At most three statements, whatever the rows. */
  readonly load: (
    tx: Tx,
    subject: DossierSubject,
    reading: Reading,
  ) => Promise<readonly DossierBlock[]>;
}

/** Streams of the event log that tell of a subject; seen by whoever has the right to it. */
export interface DossierStreams {
  readonly of: DossierKind;
  readonly right: Right;
  readonly find: (tx: Tx, subject: DossierSubject) => Promise<readonly string[]>;
}

/** How one type of event is told. Ids in a body that name parks or units are called by their names. */
export interface EventTeller {
  readonly name: Bilingual;
  readonly points?: (body: JsonObject) => readonly string[];
  readonly tell?: (
    body: JsonObject,
    called: ReadonlyMap<string, string>,
  ) => readonly DossierEvent['facts'][number][];
}

/** Finds a subject in the scope of the transaction; who may read it is judged afterwards. */
export type FindSubject = (tx: Tx, id: string) => Promise<DossierSubject | undefined>;

/** What a capability adds to the files. The list of modules in app.ts is all that knows them. */
export interface DossierContribution {
  readonly subjects?: Partial<Readonly<Record<DossierKind, FindSubject>>>;
  readonly sections?: readonly DossierSection[];
  readonly streams?: readonly DossierStreams[];
  /** By the type of event. */
  readonly events?: Readonly<Record<string, EventTeller>>;
}
