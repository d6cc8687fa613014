import type { Kept } from '../replay/model.ts';

export const BATCH_ROWS = {
  table: 'batch',
  key: ['id'],
  columns: {
    id: 'plain',
    owner_org: 'plain',
    district_code: 'plain',
    park_id: 'plain',
    kind: 'plain',
    state: 'plain',
    day: 'plain',
    place: 'digest',
    industry: 'plain',
    body_org: 'plain',
    opened_at: 'plain',
    version: 'plain',
  },
} as const satisfies Kept;

export const BATCH_CASE_ROWS = {
  table: 'batch_case',
  key: ['batch_id', 'case_id'],
  columns: {
    batch_id: 'plain',
    case_id: 'plain',
    owner_org: 'plain',
    district_code: 'plain',
    park_id: 'plain',
    kind: 'plain',
    counts: 'plain',
    outcome: 'plain',
    words: 'digest',
  },
} as const satisfies Kept;
