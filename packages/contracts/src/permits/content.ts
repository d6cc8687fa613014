import { z } from 'zod';
import { PollutantAmount, WastewaterKinds } from '../profile.ts';
import { CONCENTRATION_UNITS, OUTLET_KINDS } from './words.ts';

const keysOf = <T extends object>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

export const PERMIT_LIMITS = { outlets: 60, pollutants: 20, lines: 30, line: 200 } as const;

const Lines = z.array(z.string().trim().min(1).max(PERMIT_LIMITS.line)).max(PERMIT_LIMITS.lines);

/** What may leave an outlet, at most so much. */
export const OutletPollutant = z.object({
  name: z.string().trim().min(1).max(60),
  concentration: z
    .string()
    .trim()
    .regex(/^\d{1,7}(\.\d{1,4})?(-\d{1,7}(\.\d{1,4})?)?$/)
    .nullable()
    .meta({
      description: 'A decimal number as written, or a range such as 6-9 of pH; null: none.',
    }),
  unit: z.enum(keysOf(CONCENTRATION_UNITS)),
  standard: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .meta({ description: 'Name or number of the standard.' }),
});
export type OutletPollutant = z.infer<typeof OutletPollutant>;

export const Outlet = z.object({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}\d{3}$/),
  kind: z.enum(keysOf(OUTLET_KINDS)),
  name: z.string().trim().min(1).max(60),
  pollutants: z.array(OutletPollutant).max(PERMIT_LIMITS.pollutants),
});
export type Outlet = z.infer<typeof Outlet>;

/** What a permit lists (排污许可管理条例第十三条), or a registration (第二十四条). No person is named in it. */
export const PermitContent = z.object({
  address: z.string().trim().max(200).meta({ description: 'Of the place of production.' }),
  industries: z
    .array(z.string().regex(/^\d{4}$/))
    .max(5)
    .meta({ description: 'GB/T 4754-2017, the main one first.' }),
  wastewater: WastewaterKinds.nullable(),
  outlets: z.array(Outlet).max(PERMIT_LIMITS.outlets),
  amounts: z.array(PollutantAmount).max(8),
  measures: Lines.meta({ description: 'Facilities and measures against pollution.' }),
  monitoring: Lines.meta({ description: 'Self-monitoring: points, indicators, how often.' }),
  ledger: Lines.meta({ description: 'The environmental ledger and the reports.' }),
  standards: Lines.meta({ description: 'Of a registration: the discharge standards it follows.' }),
});
export type PermitContent = z.infer<typeof PermitContent>;

export const EMPTY_CONTENT: PermitContent = {
  address: '',
  industries: [],
  wastewater: null,
  outlets: [],
  amounts: [],
  measures: [],
  monitoring: [],
  ledger: [],
  standards: [],
};
