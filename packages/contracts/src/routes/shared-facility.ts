import { FacilityAgreement, SharedFacilityView } from '../cases/index.ts';
import { ById } from '../register.ts';
import { route } from '../route.ts';

const tag = 'cases';

/** Cases that leave a part of the project to a shared facility (measure 5). */
export const SHARED_FACILITY_ROUTES = {
  getSharedFacility: route({
    method: 'GET',
    url: '/api/cases/:id/shared-facility',
    summary: 'The shared facilities that a case relies on, what was left out, and the agreement',
    tag,
    access: { action: 'read', resource: 'eia_case' },
    params: ById,
    response: SharedFacilityView,
  }),
  recordFacilityAgreement: route({
    method: 'POST',
    url: '/api/cases/:id/shared-facility',
    summary: 'Enters the agreement with the facility’s operator, by number or file',
    tag,
    access: { action: 'update', resource: 'eia_case' },
    params: ById,
    body: FacilityAgreement,
    response: SharedFacilityView,
  }),
} as const;
