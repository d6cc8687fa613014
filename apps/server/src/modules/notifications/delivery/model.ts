/** What becomes of a delivery after an attempt. */
export type After =
  | { readonly state: 'SENT' }
  | { readonly state: 'FAILED'; readonly nextAt: Date; readonly fault: string }
  | { readonly state: 'GIVEN_UP'; readonly fault: string };

/** Hours of China, from the first until the second. */
export interface Hours {
  readonly from: number;
  readonly until: number;
}
