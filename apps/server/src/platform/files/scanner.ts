/** What a virus scanner says of bytes. `unavailable`: it did not say; to be asked again. */
export type ScanAnswer =
  | { readonly result: 'clean' }
  | { readonly result: 'infected'; readonly virus: string }
  | { readonly result: 'unavailable'; readonly why: string };

/** Never throws: a scanner that is away must not keep files from being handed in. */
export interface VirusScanner {
  /** False where there is none, so that nobody waits for an answer. */
  readonly isThere: boolean;
  scan(bytes: Uint8Array): Promise<ScanAnswer>;
}

/** Where none is set up: files stay UNSCANNED, and are shown as such. */
export const noScanner: VirusScanner = {
  isThere: false,
  scan: () => Promise.resolve({ result: 'unavailable', why: 'no scanner is set up' }),
};
