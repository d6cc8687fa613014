import { z } from 'zod';
import { CONFIDENCES } from '../layer.ts';
import { LEVELS } from '../level.ts';
import { condition, day, place, text } from '../load/provenance.ts';
import { BUREAUS, type ListTopic } from '../reliefs/model.ts';
import { RECORDED_ACTS } from '../reliefs/record-mode.ts';

const ID = /^[a-z0-9][a-z0-9-]*$/;
const id = z.string().regex(ID);
const words = z.string().min(1);

/** What an entry points to stands elsewhere; a form offers it, a check looks it up. */
const reliefId = z.string().min(1);
const factKey = z.string().min(1);
const parkId = z.string().regex(ID);
const areaId = z.string().regex(ID);
const objectId = z.string().regex(ID);
const zoneCode = z.string().min(1);
const parameterKey = z.string().min(1);
const industryCode = z.string().regex(/^\d{3,4}$/);

const clause = z.strictObject({ no: words, text: words, when: condition.optional() });
const period = { from: day, to: day.nullable().default(null) };

/** What one entry of each list looks like, in a file, in a form and in a row of Excel. */
export const LIST_ENTRIES = {
  adoptions: z.strictObject({
    id,
    reliefs: z.array(reliefId).min(1),
    jurisdiction: place,
    adoptedBy: words,
    documentNo: words,
    title: words,
    ...period,
    objects: z.array(objectId).nullable().default(null),
    provincialArrangementNo: words.nullable().default(null),
  }),
  'reform-areas': z.strictObject({
    id,
    name: words,
    jurisdiction: place,
    grade: z.enum(['provincial_plus', 'below_province']),
    planEia: z.strictObject({ title: words, reviewNo: words, reviewedOn: day }),
    ...period,
    standards: z.array(clause),
    negativeList: z.array(clause),
  }),
  parks: z.strictObject({
    id,
    name: words,
    jurisdiction: place,
    area: areaId.nullable().default(null),
    zone: zoneCode.nullable().default(null),
    eia: z
      .strictObject({
        title: words,
        approvalNo: words,
        approvedOn: day,
        ...period,
        majorChangeOn: day.nullable().default(null),
        permitNo: words.nullable().default(null),
        liability: z.enum(['park_entity', 'each_proponent']),
        industries: z.array(industryCode).min(1),
        /** Left out: as the parameter of the place says. */
        digits: z.int().min(3).max(4).nullable().default(null),
        envelope: z.array(clause),
        conclusions: z.array(words).default([]),
      })
      .nullable()
      .default(null),
    datasets: z
      .array(
        z.strictObject({
          id,
          kind: z.enum(['ambient', 'soil_groundwater', 'sewer']),
          title: words,
          owner: words,
          laboratory: z.string().nullable().default(null),
          sampledOn: day.nullable().default(null),
          validFrom: day,
          validTo: day,
          withdrawnOn: day.nullable().default(null),
        }),
      )
      .default([]),
  }),
  facilities: z.strictObject({
    id,
    name: words,
    park: parkId,
    operator: words,
    eiaApprovalNo: words.nullable().default(null),
    state: z.enum(['building', 'operating', 'suspended']),
    ...period,
    capacity: z.string().default(''),
    does: z.array(factKey).min(1),
  }),
  'exclusion-list': clause,
  zoning: z.strictObject({
    code: words,
    name: words,
    category: z.enum(['priority', 'key', 'general']),
    jurisdiction: place,
    access: z.array(clause),
  }),
  'key-dischargers': z.strictObject({
    creditCode: z.string().length(18),
    name: words,
    kinds: z.array(words).default([]),
  }),
  'approval-offices': z.strictObject({
    classes: z.array(z.enum(LEVELS)).min(1),
    jurisdiction: place,
    ...period,
    office: text,
    /** Which bureau decides, as far as the text says; left out where it does not. */
    decidedBy: z.array(z.enum(BUREAUS)).default([]),
    basis: words,
    confidence: z.enum(CONFIDENCES),
  }),
  'barred-preparers': z.strictObject({
    /** A credit code, or the number of a lead preparer on the platform. */
    code: z.string().regex(/^([0-9A-Z]{18}|BH\d{6})$/),
    kind: z.enum(['unit', 'lead']),
    list: z.enum(['barred', 'rectification']),
    ...period,
    basis: words,
  }),
  parameters: z.strictObject({
    id,
    parameter: parameterKey,
    jurisdiction: place,
    value: z.int().nonnegative(),
    ...period,
    basis: words,
  }),
  'record-modes': z.strictObject({
    id,
    act: z.enum(RECORDED_ACTS),
    jurisdiction: place,
    mode: z.enum(['record', 'front']),
    system: words,
    address: z.string().default(''),
    ...period,
    basis: words,
  }),
  pilots: z.strictObject({
    id,
    /** Of the draft's sixteen. */
    measure: z.int().min(1).max(16),
    jurisdiction: place,
    documentNo: words,
    title: words,
    ...period,
    evaluation: z
      .strictObject({ documentNo: words, on: day, conclusion: words })
      .nullable()
      .default(null),
  }),
} as const satisfies Record<ListTopic, z.ZodObject>;

/** One day that a notice takes out of the ordinary week: kept as a holiday, or worked instead. */
export const CALENDAR_ENTRY = z.strictObject({
  date: day,
  kind: z.enum(['HOLIDAY', 'MAKE_UP']),
  name: words,
});

/** Everything an office enters: the lists, and the days of a year. */
export const ENTRY_SCHEMAS = { ...LIST_ENTRIES, calendar: CALENDAR_ENTRY } as const;
export type EntryTopic = keyof typeof ENTRY_SCHEMAS;

/** The field by which an entry is found in its list; `approval-offices` are told apart by content. */
export const IDENTITY: Readonly<Record<EntryTopic, string | null>> = {
  adoptions: 'id',
  'reform-areas': 'id',
  parks: 'id',
  facilities: 'id',
  'exclusion-list': 'no',
  zoning: 'code',
  'key-dischargers': 'creditCode',
  'approval-offices': null,
  'barred-preparers': 'code',
  parameters: 'id',
  'record-modes': 'id',
  pilots: 'id',
  calendar: 'date',
};

export type Refers = 'relief' | 'fact' | 'park' | 'area' | 'object' | 'zone' | 'parameter';

/** Schemas that mean more than their form; known by being the very same object. */
export const MEANINGS: ReadonlyMap<z.ZodType, 'day' | 'condition' | 'place'> = new Map<
  z.ZodType,
  'day' | 'condition' | 'place'
>([
  [day, 'day'],
  [condition, 'condition'],
  [place, 'place'],
]);
export const REFERENCES: ReadonlyMap<z.ZodType, Refers> = new Map<z.ZodType, Refers>([
  [reliefId, 'relief'],
  [factKey, 'fact'],
  [parkId, 'park'],
  [areaId, 'area'],
  [objectId, 'object'],
  [zoneCode, 'zone'],
  [parameterKey, 'parameter'],
]);
