import type { CertificateReason, CertificateState, DocumentMode } from '@ludao/contracts';

/** What a certificate is about: a row of the module that had it issued, for example an admission. */
export interface Matter {
  readonly kind: string;
  readonly id: string;
}

/** What another module has issued. */
export interface NewCertificate {
  /** Of a template that counts on the day. */
  readonly kind: string;
  /** The organisation of the holder, whose own the certificate is. */
  readonly holderOrg: string;
  readonly districtCode: string;
  readonly parkId: string | null;
  readonly about: Matter;
  /** The holder as the paper names it. */
  readonly name: string;
  /** Every field of the template, '' where there is nothing to say; days as 'YYYY-MM-DD'. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A certificate as it is stored. */
export interface StoredCertificate {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkId: string | null;
  readonly holder: string;
  readonly kind: string;
  readonly edition: string;
  readonly aboutKind: string;
  readonly aboutId: string;
  readonly number: string;
  readonly fields: Readonly<Record<string, string>>;
  /** SHA-256 over what it said when it was issued, in hexadecimal. */
  readonly digest: string;
  readonly verification: string;
  readonly issuedOn: string;
  readonly issuedAt: Date;
  readonly recordMode: DocumentMode;
  readonly officialSystem: string;
  readonly officialNumber: string | null;
  readonly officialOn: string | null;
  readonly state: CertificateState;
  readonly stateOn: string | null;
  readonly stateReason: CertificateReason | null;
  readonly version: number;
}

export const streamOf = (id: string): string => `certificate/${id}`;
