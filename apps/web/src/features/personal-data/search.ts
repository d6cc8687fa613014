import { DATA_REQUEST_STATES, type DataRequestState } from '@ludao/contracts';

export const OFFICE_VIEWS = ['requests', 'erased', 'expired'] as const;
export type OfficeView = (typeof OFFICE_VIEWS)[number];

export interface OfficeSearch {
  readonly view?: OfficeView;
  readonly state?: DataRequestState;
}

/** What the page shows, from its address. */
export function readOfficeSearch({ view, state }: Record<string, unknown>): OfficeSearch {
  const isState = typeof state === 'string' && state in DATA_REQUEST_STATES;
  const known = OFFICE_VIEWS.find((one) => one === view);
  return {
    ...(known && known !== 'requests' && { view: known }),
    ...(isState && { state: state as DataRequestState }),
  };
}
