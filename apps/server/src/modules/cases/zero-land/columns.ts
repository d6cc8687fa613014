import type { Kept } from '../replay/model.ts';

export const CHECK_ROWS = {
  table: 'retrofit_check',
  key: ['case_id'],
  columns: {
    case_id: 'plain',
    owner_org: 'plain',
    district_code: 'plain',
    drawn_on: 'plain',
    drawn_by: 'plain',
    checked_on: 'plain',
    checked_by: 'plain',
    result: 'plain',
    words: 'digest',
  },
} as const satisfies Kept;
