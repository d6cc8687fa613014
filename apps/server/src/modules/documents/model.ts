import type {
  DocumentAct,
  DocumentEffect,
  DocumentMode,
  DocumentState,
  SealWay,
  ServiceWay,
} from '@ludao/contracts';

/** A document as it is stored. */
export interface StoredDocument {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly volumeId: string;
  readonly kind: string;
  /** Of the template that it was drafted on; it stays. */
  readonly edition: string;
  readonly subjectKind: 'enterprise' | 'park';
  readonly subjectId: string;
  readonly addresseeOrg: string | null;
  readonly addressee: string;
  readonly issuer: string | null;
  readonly remedies: readonly string[] | null;
  readonly contact: string | null;
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
  /** SHA-256 over what is reviewed and signed, in hexadecimal. */
  readonly digest: string;
  readonly state: DocumentState;
  readonly effect: DocumentEffect | null;
  readonly corrects: string | null;
  readonly number: string | null;
  readonly signedOn: string | null;
  readonly sealedOn: string | null;
  readonly servedOn: string | null;
  readonly countsFrom: string | null;
  readonly verification: string | null;
  readonly recordMode: DocumentMode | null;
  readonly officialSystem: string;
  readonly officialNumber: string | null;
  readonly officialOn: string | null;
  readonly sealWay: SealWay | null;
  readonly sealFile: string | null;
  readonly sealSha256: string | null;
  /** The addressee's own copy of the stamped paper. */
  readonly servedFile: string | null;
  readonly changedAt: Date;
  readonly version: number;
}

/** One step that a person took, at which post, over which content. */
export interface StoredAct {
  readonly act: DocumentAct;
  readonly person: string;
  readonly post: string;
  readonly at: Date;
  readonly digest: string;
  readonly reason: string | null;
}

export interface StoredDelivery {
  readonly outcome: 'SERVED' | 'FAILED';
  readonly way: ServiceWay;
  readonly on: string;
  readonly countsFrom: string | null;
  readonly receiver: string;
  readonly witness: string;
  readonly consent: boolean;
  readonly note: string;
  readonly receiptFile: string | null;
}

export const streamOf = (id: string): string => `document/${id}`;
export const officeStreamOf = (id: string): string => `issuing-office/${id}`;
export const volumeStreamOf = (id: string): string => `volume/${id}`;
