/** How a clock stands; a colour never stands without its word and sign. */
export const CLOCK_COLOURS = {
  GREEN: { zh: '正常', en: 'On time' },
  AMBER: { zh: '将到期', en: 'Due soon' },
  RED: { zh: '今日到期', en: 'Due now' },
  MISSED: { zh: '已逾期', en: 'Missed' },
  SUSPENDED: { zh: '中止', en: 'Suspended' },
  MET: { zh: '已办结或期满', en: 'Met or over' },
} as const;
export type ClockColour = keyof typeof CLOCK_COLOURS;

export const CLOCK_STATES = {
  RUNNING: { zh: '计时中', en: 'Running' },
  SUSPENDED: { zh: '中止', en: 'Suspended' },
  MET: { zh: '已办结', en: 'Met' },
  CANCELLED: { zh: '已撤销', en: 'Cancelled' },
} as const;
export type ClockState = keyof typeof CLOCK_STATES;

export const CLOCK_UNIT_NAMES = {
  CALENDAR_DAY: { zh: '日（自然日）', en: 'calendar days' },
  WORKING_DAY: { zh: '个工作日', en: 'working days' },
  HOUR: { zh: '小时', en: 'hours' },
  MONTH: { zh: '个月', en: 'months' },
  YEAR: { zh: '年', en: 'years' },
  IMMEDIATE: { zh: '当场', en: 'at once' },
} as const;

/** Of months and years the days left are counted. */
export const CLOCK_LEFT_NAMES = {
  ...CLOCK_UNIT_NAMES,
  CALENDAR_DAY: { zh: '天', en: 'days' },
  MONTH: { zh: '天', en: 'days' },
  YEAR: { zh: '天', en: 'days' },
  IMMEDIATE: { zh: '天', en: 'days' },
} as const;

export const CLOCK_DIRECTION_NAMES = {
  AFTER: { zh: '起算后须办', en: 'to be done within' },
  AT_LEAST: { zh: '不得少于', en: 'at least' },
  BEFORE: { zh: '届满前须办', en: 'before the last day' },
} as const;

export const CLOCK_DEBTOR_NAMES = {
  AUTHORITY: { zh: '机关', en: 'authority' },
  PARTY: { zh: '当事人', en: 'party' },
} as const;

/** Beside what a text excludes by name: a law that stops the clock, named in the words. */
export const BY_LAW = { code: 'BY_LAW', zh: '依法中止', en: 'Stopped by law' } as const;
