import { CASE_COLUMNS, CASE_STATES, CASE_TRACKS, DISTRICTS, type CaseRow } from '@ludao/contracts';
import { writeSheet } from '../../platform/excel/index.ts';

const { name, applicant, track, state, park, district, number } = CASE_COLUMNS;

/** The list as officers pass it on. */
export function writeCases(rows: readonly CaseRow[]): Promise<Buffer> {
  return writeSheet({
    title: '环评备案与审批',
    columns: [
      { key: 'name', heading: name.zh, type: 'text', width: 40 },
      { key: 'applicant', heading: applicant.zh, type: 'text', width: 36 },
      { key: 'track', heading: track.zh, type: 'text', width: 16 },
      { key: 'state', heading: state.zh, type: 'text', width: 16 },
      { key: 'park', heading: park.zh, type: 'text', width: 30 },
      { key: 'district', heading: district.zh, type: 'text', width: 12 },
      { key: 'number', heading: number.zh, type: 'text', width: 26 },
    ],
    rows: rows.map((row) => ({
      ...row,
      track: CASE_TRACKS[row.track].zh,
      state: CASE_STATES[row.state].zh,
      district:
        row.districtCode in DISTRICTS
          ? DISTRICTS[row.districtCode as keyof typeof DISTRICTS].zh
          : row.districtCode,
    })),
  });
}
