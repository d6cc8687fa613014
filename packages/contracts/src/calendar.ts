import { z } from 'zod';

/** What a day is, in the words of the notices of the State Council. */
export const DAY_KINDS = {
  WORKDAY: { zh: '工作日', en: 'Working day' },
  WEEKEND: { zh: '休息日', en: 'Day of rest' },
  HOLIDAY: { zh: '放假', en: 'Holiday' },
  MAKE_UP: { zh: '调休上班', en: 'Worked to make up' },
} as const;
export type DayKind = keyof typeof DAY_KINDS;

const Year = z.coerce.number().int().min(2000).max(2100);

export const CalendarQuery = z.object({ year: Year.optional() });

/** One year; a year that nobody has published has no days and says so. */
export const CalendarYear = z.object({
  year: z.int(),
  today: z.iso.date(),
  published: z.boolean(),
  notice: z.string().nullable().meta({ description: 'Null: nobody has compared it with one.' }),
  source: z.string().nullable(),
  /** Years with a calendar, ascending. */
  years: z.array(z.int()),
  working: z.int().nullable(),
  days: z.array(
    z.object({
      date: z.iso.date(),
      kind: z.enum(Object.keys(DAY_KINDS) as [DayKind, ...DayKind[]]),
      name: z.string().nullable(),
    }),
  ),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

export const DeadlineQuery = z.object({
  from: z.iso.date(),
  days: z.coerce.number().int().min(1).max(250),
});
export const Deadline = z.object({
  date: z.iso.date(),
  provisional: z.boolean(),
  years: z.array(z.int()).meta({ description: 'Years on the way without a published calendar.' }),
});
export type Deadline = z.infer<typeof Deadline>;
