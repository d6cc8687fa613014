import { z } from 'zod';
import type { Relation } from './people/rights.ts';
import { PROFILE_FIELDS, PROFILE_HEADINGS, WastewaterKinds } from './profile.ts';

/** Whatever a list is asked: the words to find, the page, the order. Kept in the page's address. */
export const ListQuery = z.object({
  q: z.string().trim().max(60).default('').meta({ description: 'A word, pinyin or a code.' }),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
});

export const PARK_KINDS = {
  MANUFACTURING: { zh: '生产制造类', en: 'Manufacturing' },
  SERVICE: { zh: '生产服务类', en: 'Producer services' },
  INNOVATION: { zh: '创业创新类', en: 'Start-ups' },
} as const;
export type ParkKind = keyof typeof PARK_KINDS;
export const ParkKinds = z.enum(Object.keys(PARK_KINDS) as [ParkKind, ...ParkKind[]]);

export const ParkQuery = ListQuery.extend({
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  kind: ParkKinds.optional(),
  stars: z
    .enum(['any', 'none', 'ending', '1', '2', '3', '4', '5'])
    .optional()
    .meta({ description: 'Stars valid today; ending: a designation that ends within 90 days.' }),
  sort: z.enum(['name', '-name', 'enterprises', '-enterprises', 'stars', '-stars']).default('name'),
});
export type ParkQuery = z.infer<typeof ParkQuery>;

export const ParkRow = z.object({
  id: z.uuid(),
  name: z.string(),
  districtCode: z.string(),
  kind: ParkKinds,
  stars: z.int().nullable().meta({ description: 'Stars that are valid today; null without any.' }),
  operator: z.string().nullable(),
  enterprises: z.int().meta({ description: 'Tenants today, of those the reader may see.' }),
});
export type ParkRow = z.infer<typeof ParkRow>;
export const ParkList = z.object({ rows: z.array(ParkRow), total: z.int() });
export type ParkList = z.infer<typeof ParkList>;

/** Honours that a park may hold; only stars have a number (measure 6). */
export const DESIGNATION_KINDS = {
  STARS: { zh: '星级小微企业园', en: 'Star park' },
  CHARACTERISTIC_PARK: { zh: '特色产业园区', en: 'Characteristic industry park' },
  SEVEN_EXCELLENCE_FIVE_STAR: { zh: '“七优五星”示范园区', en: 'Seven excellences, five stars' },
  BENCHMARK_PARK: { zh: '标杆产业园', en: 'Benchmark park' },
} as const;
export type DesignationKind = keyof typeof DESIGNATION_KINDS;

export const Designation = z.object({
  id: z.uuid(),
  kind: z.enum(Object.keys(DESIGNATION_KINDS) as [DesignationKind, ...DesignationKind[]]),
  stars: z.int().nullable(),
  evidence: z.string().meta({ description: 'Title of the document it rests on.' }),
  documentNo: z.string(),
  issuedOn: z.iso.date().nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  endReason: z.string().nullable().meta({ description: 'Why it ended before its time.' }),
});

const Partner = z.object({ id: z.uuid(), name: z.string() }).nullable();

export const ParkDetail = ParkRow.extend({
  address: z.string(),
  legalEntity: z.string().nullable(),
  longitude: z.string().nullable(),
  latitude: z.string().nullable(),
  wastewater: WastewaterKinds.nullable(),
  plantLitresPerDay: z.int().nullable(),
  rainSewageApart: z.boolean().nullable(),
  sharedFacilities: z.string(),
  partners: z.object({ operator: Partner, legalEntity: Partner }),
  posts: z.array(
    z.object({
      id: z.uuid(),
      role: z.enum(['PARK_CHIEF', 'SQUAD_MEMBER']),
      title: z.string(),
      organisation: z.string(),
    }),
  ),
  designations: z.array(Designation),
  buildings: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      storeys: z.int().nullable(),
      areaM2: z.int().nullable(),
      landlord: z.string().nullable(),
      landlordId: z.uuid().nullable(),
      endedOn: z.iso.date().nullable(),
      units: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          storey: z.int().nullable(),
          areaM2: z.int(),
          endedOn: z.iso.date().nullable(),
        }),
      ),
    }),
  ),
  version: z
    .int()
    .meta({ description: 'Send it back with a change: two officers cannot overwrite each other.' }),
  may: z.object({ update: z.boolean(), designate: z.boolean() }),
});
export type ParkDetail = z.infer<typeof ParkDetail>;

export const EnterpriseQuery = ListQuery.extend({
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  park: z.uuid().optional(),
  industry: z
    .string()
    .regex(/^\d{2,4}$/)
    .optional(),
  tenancy: z.enum(['in', 'out']).optional().meta({ description: 'In a park, or outside of one.' }),
  profile: z
    .enum(['full', 'missing'])
    .optional()
    .meta({ description: 'Whether it is said where the wastewater goes and if waste arises.' }),
  waste: z.enum(['yes', 'no']).optional().meta({ description: 'Hazardous waste arises.' }),
  sort: z.enum(['name', '-name', 'code', '-code', 'moved_in', '-moved_in']).default('name'),
});
export type EnterpriseQuery = z.infer<typeof EnterpriseQuery>;

export const EnterpriseRow = z.object({
  id: z.uuid(),
  name: z.string(),
  creditCode: z.string(),
  districtCode: z.string(),
  industries: z
    .array(z.string())
    .meta({ description: 'GB/T 4754-2017 codes, the main one first.' }),
  park: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  movedIn: z.iso.date().nullable(),
});
export type EnterpriseRow = z.infer<typeof EnterpriseRow>;
export const EnterpriseList = z.object({ rows: z.array(EnterpriseRow), total: z.int() });
export type EnterpriseList = z.infer<typeof EnterpriseList>;

export const EnterpriseForm = z.object({
  name: z.string().trim().min(2).max(100),
  creditCode: z.string().trim().min(1).max(40),
  industries: z
    .array(z.string().regex(/^\d{4}$/))
    .min(1)
    .max(5),
  districtCode: z.string().regex(/^\d{6}$/),
  address: z.string().trim().max(200).default(''),
  parkId: z.uuid().nullable().default(null),
  unitId: z.uuid().nullable().default(null),
  movedIn: z.iso.date().nullable().default(null),
  wastewater: WastewaterKinds.nullable().default(null),
  hazardousWaste: z.boolean().nullable().default(null),
  ...PROFILE_FIELDS,
});
export type EnterpriseForm = z.infer<typeof EnterpriseForm>;

/** Facts that only the bureau or the park may change; whoever has the enterprise as its own may not. */
export const FIXED_FOR_OWN = [
  'creditCode',
  'districtCode',
  'parkId',
  'unitId',
  'movedIn',
] as const satisfies readonly (keyof EnterpriseForm)[];

/** What stays as it is in the hands of somebody who may change the enterprise by these relations. */
export function fixedFields(relations: readonly Relation[]): readonly (keyof EnterpriseForm)[] {
  return relations.some((relation) => relation === 'territory' || relation === 'park')
    ? []
    : FIXED_FOR_OWN;
}

/** A change names the version it was made on. */
export const EnterpriseChange = EnterpriseForm.extend({ version: z.int().min(1) });
export type EnterpriseChange = z.infer<typeof EnterpriseChange>;

/** A tenant has left: its last day there. */
export const Departure = z.object({ leftOn: z.iso.date(), version: z.int().min(1) });
export type Departure = z.infer<typeof Departure>;

const { wastewater, hazardousWaste, ...profile } = EnterpriseForm.pick({
  wastewater: true,
  hazardousWaste: true,
  permitCategory: true,
  permitNumber: true,
  permitValidTo: true,
  wastewaterLitresPerYear: true,
  pollutants: true,
  eiaApprovals: true,
  wastes: true,
  sites: true,
}).shape;

export const EnterpriseDetail = EnterpriseRow.extend({
  address: z.string(),
  unit: z.string().nullable(),
  unitId: z.uuid().nullable(),
  wastewater: wastewater.unwrap(),
  hazardousWaste: hazardousWaste.unwrap(),
  ...profile,
  version: z
    .int()
    .meta({ description: 'Send it back with a change: two officers cannot overwrite each other.' }),
  mergedInto: z
    .object({ id: z.uuid(), name: z.string() })
    .nullable()
    .meta({ description: 'The entry that took this one over, where it is in reach.' }),
  merged: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        creditCode: z.string(),
        undoable: z
          .boolean()
          .meta({ description: 'By the reader’s office, as nothing changed since.' }),
      }),
    )
    .meta({ description: 'Entries that this one took over.' }),
  may: z.object({
    update: z.boolean(),
    fixed: z.array(z.string()).meta({ description: 'Fields that the reader may not change.' }),
    endTenancy: z.boolean(),
    merge: z.boolean(),
  }),
});
export type EnterpriseDetail = z.infer<typeof EnterpriseDetail>;

export const TimelineEntry = z.object({
  id: z.string(),
  type: z.string(),
  occurredAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  actor: z.string().meta({ description: 'A person’s name, or the actor of the program.' }),
  body: z.record(z.string(), z.json()),
});
export const Timeline = z.object({ entries: z.array(TimelineEntry) });
export type Timeline = z.infer<typeof Timeline>;

/** Headings of the lists, on the screen and in Excel. */
export const PARK_COLUMNS = {
  name: { zh: '园区名称', en: 'Park' },
  district: { zh: '区、县（市）', en: 'County' },
  kind: { zh: '类型', en: 'Kind' },
  stars: { zh: '星级', en: 'Stars' },
  operator: { zh: '运营单位', en: 'Operator' },
  enterprises: { zh: '入驻企业数', en: 'Tenants' },
} as const;
export const UNIT_COLUMNS = {
  building: { zh: '楼栋', en: 'Building' },
  unit: { zh: '单元', en: 'Unit' },
  storey: { zh: '楼层', en: 'Storey' },
  areaM2: { zh: '面积（平方米）', en: 'Area (m²)' },
  landlord: { zh: '出租者', en: 'Landlord' },
  endedOn: { zh: '停用日期', en: 'Ended on' },
} as const;
export const ENTERPRISE_COLUMNS = {
  name: { zh: '企业名称', en: 'Enterprise' },
  creditCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  industries: { zh: '行业代码', en: 'Industry codes' },
  district: { zh: '区、县（市）', en: 'County' },
  park: { zh: '所在园区', en: 'Park' },
  movedIn: { zh: '入驻日期', en: 'Moved in' },
  contact: { zh: '联系人（已脱敏）', en: 'Contact (masked)' },
  phone: { zh: '联系电话（已脱敏）', en: 'Phone (masked)' },
  ...PROFILE_HEADINGS,
} as const;

/** Counties of Shaoxing by GB/T 2260; 330600 is the city itself. */
export const DISTRICTS = {
  '330600': { zh: '绍兴市', en: 'Shaoxing' },
  '330602': { zh: '越城区', en: 'Yuecheng' },
  '330603': { zh: '柯桥区', en: 'Keqiao' },
  '330604': { zh: '上虞区', en: 'Shangyu' },
  '330624': { zh: '新昌县', en: 'Xinchang' },
  '330681': { zh: '诸暨市', en: 'Zhuji' },
  '330683': { zh: '嵊州市', en: 'Shengzhou' },
} as const;

export const ById = z.object({ id: z.uuid() });
export const Created = z.object({ id: z.uuid() });
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const XlsxFile = z.any().meta({ description: 'An Excel workbook.' });
