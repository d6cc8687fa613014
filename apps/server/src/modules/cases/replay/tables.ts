import { CASE_ROWS } from '../columns.ts';
import { APPROVAL_ROWS, NOTICE_ROWS, REVIEW_ROWS, SERIAL_ROWS } from '../approval/columns.ts';
import { BATCH_CASE_ROWS, BATCH_ROWS } from '../batches/columns.ts';
import { COMPLETION_ROWS } from '../completion/columns.ts';
import { CHECK_ROWS } from '../zero-land/columns.ts';
import type { Kept } from './model.ts';

/**
 * Every table of cases that the log rebuilds. Persons, and what the public said, are left out: they
 * can be erased, and a digest of a name or a phone number could be guessed.
 */
export const KEPT: readonly Kept[] = [
  CASE_ROWS,
  APPROVAL_ROWS,
  REVIEW_ROWS,
  NOTICE_ROWS,
  SERIAL_ROWS,
  BATCH_ROWS,
  BATCH_CASE_ROWS,
  CHECK_ROWS,
  COMPLETION_ROWS,
];
