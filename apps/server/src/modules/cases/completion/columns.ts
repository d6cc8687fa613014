import type { Kept } from '../replay/model.ts';

export const COMPLETION_ROWS = {
  table: 'completion_acceptance',
  key: ['id'],
  columns: {
    id: 'plain',
    owner_org: 'plain',
    district_code: 'plain',
    park_id: 'plain',
    enterprise_id: 'plain',
    case_id: 'plain',
    is_public: 'plain',
    state: 'plain',
    project: 'digest',
    stage: 'digest',
    proponent: 'digest',
    document: 'plain',
    approval_number: 'plain',
    approved_on: 'plain',
    completed_on: 'plain',
    details: 'digest',
    search: 'digest',
    opened_at: 'plain',
    changed_at: 'plain',
    version: 'plain',
  },
} as const satisfies Kept;
