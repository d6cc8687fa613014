import { DISTRICTS, EFFECT_COLUMNS, type ReformEffect } from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

const LEVELS: Readonly<Record<string, string>> = {
  REPORT: '报告书',
  FORM: '报告表',
  REGISTRATION: '登记表',
  EXEMPT: '免于手续',
  NOT_LISTED: '不纳入',
};

/** The table as officers report it. */
export function writeEffects(effects: readonly ReformEffect[]): Promise<Buffer> {
  const { month, district, object, title, change, projects, daysSaved } = EFFECT_COLUMNS;
  return writeSheet({
    title: '改革成效',
    columns: [
      { key: 'month', heading: month.zh, type: 'text', width: 12 },
      { key: 'district', heading: district.zh, type: 'text', width: 12 },
      { key: 'object', heading: object.zh, type: 'text', width: 36 },
      { key: 'title', heading: title.zh, type: 'text', width: 48 },
      { key: 'change', heading: change.zh, type: 'text', width: 20 },
      { key: 'projects', heading: projects.zh, type: 'number', width: 12 },
      { key: 'daysSaved', heading: daysSaved.zh, type: 'number', width: 12 },
    ],
    rows: effects.map(({ title: words, from, to, districtCode, ...row }) => ({
      ...row,
      title: words.zh,
      district:
        districtCode in DISTRICTS
          ? DISTRICTS[districtCode as keyof typeof DISTRICTS].zh
          : districtCode,
      change:
        from !== null && to !== null && from !== to
          ? `${LEVELS[from] ?? from}→${LEVELS[to] ?? to}`
          : '不变',
    })),
  });
}
