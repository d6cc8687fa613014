import {
  ParkEia,
  ParkEiaAct,
  ParkEiaChange,
  ParkEiaDecision,
  ParkEiaForm,
  ParkEiaList,
  ParkEiaPlaces,
  ParkEiaQuery,
  ParkEiaReconciliation,
  ParkEiaReturn,
} from '../park-eia/forms.ts';
import { ById, Created, Timeline } from '../register.ts';
import { route } from '../route.ts';

const READ = { action: 'read', resource: 'park_eia' } as const;
const UPDATE = { action: 'update', resource: 'park_eia' } as const;
const REVIEW = { action: 'review', resource: 'park_eia' } as const;
const APPROVE = { action: 'approve', resource: 'park_eia' } as const;
const step = { method: 'POST', tag: 'park-eia', params: ById, response: ParkEia } as const;

export const PARK_EIA_ROUTES = {
  listParkEias: route({
    method: 'GET',
    url: '/api/park-eias',
    summary: 'Park-wide EIAs in reach, those that wait first',
    tag: 'park-eia',
    access: READ,
    query: ParkEiaQuery,
    response: ParkEiaList,
  }),
  listParkEiaPlaces: route({
    method: 'GET',
    url: '/api/park-eia-places',
    summary: 'Parks for which the asker may begin a park-wide EIA',
    tag: 'park-eia',
    access: { action: 'create', resource: 'park_eia' },
    response: ParkEiaPlaces,
  }),
  draftParkEia: route({
    method: 'POST',
    url: '/api/park-eias',
    summary: 'Begins a park-wide EIA',
    tag: 'park-eia',
    access: { action: 'create', resource: 'park_eia' },
    body: ParkEiaForm,
    response: Created,
  }),
  getParkEia: route({
    method: 'GET',
    url: '/api/park-eias/:id',
    summary: 'One of them, with its allowance and what the asker may do',
    tag: 'park-eia',
    access: READ,
    params: ById,
    response: ParkEia,
  }),
  getParkEiaTimeline: route({
    method: 'GET',
    url: '/api/park-eias/:id/timeline',
    summary: 'What happened to it, the newest first',
    tag: 'park-eia',
    access: READ,
    params: ById,
    response: Timeline,
  }),
  changeParkEia: route({
    ...step,
    url: '/api/park-eias/:id',
    summary: 'Changes what the operator has prepared',
    access: UPDATE,
    body: ParkEiaChange,
  }),
  submitParkEia: route({
    ...step,
    url: '/api/park-eias/:id/submission',
    summary: 'Puts it before the office',
    access: UPDATE,
    body: ParkEiaAct,
  }),
  discardParkEia: route({
    ...step,
    url: '/api/park-eias/:id/discarding',
    summary: 'Gives it up before it is submitted',
    access: UPDATE,
    body: ParkEiaAct,
  }),
  returnParkEia: route({
    ...step,
    url: '/api/park-eias/:id/return',
    summary: 'Sends it back with what is missing',
    access: REVIEW,
    body: ParkEiaReturn,
  }),
  proposeParkEia: route({
    ...step,
    url: '/api/park-eias/:id/decision',
    summary: 'Enters the decision, which a second person confirms',
    access: REVIEW,
    body: ParkEiaDecision,
  }),
  confirmParkEia: route({
    ...step,
    url: '/api/park-eias/:id/confirmation',
    summary: 'Confirms the decision; an approval becomes law in the same moment',
    access: APPROVE,
    body: ParkEiaAct,
  }),
  declineParkEia: route({
    ...step,
    url: '/api/park-eias/:id/declining',
    summary: 'Gives the entered decision back to the officer',
    access: APPROVE,
    body: ParkEiaReturn,
  }),
  reconcileParkEia: route({
    ...step,
    url: '/api/park-eias/:id/opening-balance',
    summary: 'Confirms what the account begins with; direct entry opens',
    access: REVIEW,
    body: ParkEiaReconciliation,
  }),
  relistParkEia: route({
    ...step,
    url: '/api/park-eias/:id/listing',
    summary: 'Puts the park as it stands now before whoever approves entries of the rulebook',
    access: REVIEW,
    body: ParkEiaAct,
  }),
} as const;
