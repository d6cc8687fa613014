import type { Kept } from './replay/model.ts';

/** What somebody wrote in words, and what the law answered, is told by digest. */
export const CASE_ROWS = {
  table: 'eia_case',
  key: ['id'],
  columns: {
    id: 'plain',
    owner_org: 'plain',
    district_code: 'plain',
    park_id: 'plain',
    enterprise_id: 'plain',
    is_public: 'plain',
    track: 'plain',
    state: 'plain',
    name: 'digest',
    applicant: 'digest',
    project_code: 'plain',
    address: 'digest',
    project: 'digest',
    answer: 'digest',
    basis: 'digest',
    details: 'digest',
    number: 'plain',
    historical: 'plain',
    opened_at: 'plain',
    submitted_on: 'plain',
    decided_on: 'plain',
    search: 'digest',
    changed_at: 'plain',
    version: 'plain',
    invited: 'plain',
  },
} as const satisfies Kept;
