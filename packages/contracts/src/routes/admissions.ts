import {
  Admission,
  AdmissionForm,
  AdmissionLeave,
  AdmissionList,
  AdmissionPlaces,
  AdmissionQuery,
} from '../park-eia/admission.ts';
import { ById } from '../register.ts';
import { route } from '../route.ts';

const READ = { action: 'read', resource: 'admission' } as const;
const CREATE = { action: 'create', resource: 'admission' } as const;

export const ADMISSION_ROUTES = {
  listAdmissions: route({
    method: 'GET',
    url: '/api/admissions',
    summary: 'Direct entries in reach, by word, park and result',
    tag: 'admissions',
    access: READ,
    query: AdmissionQuery,
    response: AdmissionList,
  }),
  listAdmissionPlaces: route({
    method: 'GET',
    url: '/api/admission-places',
    summary: 'Where the asker’s enterprises are tenants, and what the park-wide EIA there allows',
    tag: 'admissions',
    access: CREATE,
    response: AdmissionPlaces,
  }),
  applyForAdmission: route({
    method: 'POST',
    url: '/api/admissions',
    summary:
      'Asks to enter directly: admitted with a share and a certificate, or told what does not fit',
    tag: 'admissions',
    access: CREATE,
    body: AdmissionForm,
    response: Admission,
  }),
  getAdmission: route({
    method: 'GET',
    url: '/api/admissions/:id',
    summary: 'One application with every check, as it was on its day',
    tag: 'admissions',
    access: READ,
    params: ById,
    response: Admission,
  }),
  leaveAdmission: route({
    method: 'POST',
    url: '/api/admissions/:id/leaving',
    summary: 'Records that the tenant left; its share goes back to the park at once',
    tag: 'admissions',
    access: { action: 'update', resource: 'admission' },
    params: ById,
    body: AdmissionLeave,
    response: Admission,
  }),
} as const;
