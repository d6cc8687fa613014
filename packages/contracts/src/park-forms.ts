import { z } from 'zod';
import { WastewaterKinds } from './profile.ts';
import { Designation, ParkKinds } from './register.ts';

const version = z.int().min(1).meta({ description: 'Of the park, as it was read.' });
const name = z.string().trim().min(1).max(60);

/** An organisation on record, or one to be entered by its name. */
export const OrganisationChoice = z.union([
  z.strictObject({ id: z.uuid() }),
  z.strictObject({
    name: z.string().trim().min(2).max(100),
    creditCode: z.string().trim().max(40).nullable().default(null),
  }),
]);
export type OrganisationChoice = z.infer<typeof OrganisationChoice>;

export const ParkForm = z.object({
  name: z.string().trim().min(2).max(100),
  kind: ParkKinds,
  districtCode: z.string().regex(/^\d{6}$/),
  address: z.string().trim().max(200).default(''),
  longitude: z
    .string()
    .regex(/^\d{2,3}(\.\d{1,6})?$/)
    .nullable()
    .default(null)
    .meta({ description: 'Degrees in GCJ-02, as maps in China show them.' }),
  latitude: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,6})?$/)
    .nullable()
    .default(null),
  operator: OrganisationChoice.nullable().default(null),
  legalEntity: OrganisationChoice.nullable().default(null),
  wastewater: WastewaterKinds.nullable().default(null),
  plantLitresPerDay: z.int().min(0).max(1_000_000_000_000).nullable().default(null),
  rainSewageApart: z.boolean().nullable().default(null),
  sharedFacilities: z.string().trim().max(300).default(''),
});
export type ParkForm = z.infer<typeof ParkForm>;
export const ParkChange = ParkForm.extend({ version });
export type ParkChange = z.infer<typeof ParkChange>;

/** A building with all its units. Without an id it is new; what is left out stays as it is. */
export const BuildingForm = z.object({
  id: z.uuid().nullable().default(null),
  name,
  storeys: z.int().min(1).max(200).nullable().default(null),
  areaM2: z.int().min(1).max(10_000_000).nullable().default(null),
  landlord: OrganisationChoice.nullable().default(null),
  units: z
    .array(
      z.object({
        id: z.uuid().nullable().default(null),
        name,
        storey: z.int().min(-5).max(200).nullable().default(null),
        areaM2: z.int().min(1).max(1_000_000),
        endedOn: z.iso.date().nullable().default(null),
      }),
    )
    .max(300)
    .default([]),
  endedOn: z.iso.date().nullable().default(null),
});
export type BuildingForm = z.infer<typeof BuildingForm>;
export const BuildingChange = z.object({ building: BuildingForm, version });
export type BuildingChange = z.infer<typeof BuildingChange>;

export const DesignationForm = z.object({
  kind: Designation.shape.kind,
  stars: z.int().min(1).max(5).nullable().default(null),
  evidence: z.string().trim().min(2).max(120),
  documentNo: z.string().trim().min(1).max(60),
  issuedOn: z.iso.date(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable().default(null),
  version,
});
export type DesignationForm = z.infer<typeof DesignationForm>;

/** The last day on which a designation counts, earlier than it was to be, and why. */
export const DesignationEnd = z.object({
  designation: z.uuid(),
  lastDay: z.iso.date(),
  reason: z.string().trim().min(2).max(200),
  version,
});
export type DesignationEnd = z.infer<typeof DesignationEnd>;

/** All posts that answer for the park from now on. */
export const ParkPosts = z.object({ posts: z.array(z.uuid()).max(30), version });
export type ParkPosts = z.infer<typeof ParkPosts>;

/** What may be chosen when a park is entered or changed. */
export const ParkPostChoices = z.object({
  posts: z.array(
    z.object({
      id: z.uuid(),
      role: z.enum(['PARK_CHIEF', 'SQUAD_MEMBER']),
      title: z.string(),
      organisation: z.string(),
      park: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    }),
  ),
});
export type ParkPostChoices = z.infer<typeof ParkPostChoices>;

/** Kinds of organisation that run, own or let something in a park. */
export const PARTNER_KINDS = ['PARK_OWNER', 'PARK_LEGAL_ENTITY', 'LANDLORD'] as const;
export const PartnerQuery = z.object({ q: z.string().trim().max(60).default('') });
export const PartnerList = z.object({
  organisations: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: z.enum(PARTNER_KINDS),
      creditCode: z.string().nullable(),
      districtCode: z.string(),
    }),
  ),
});
export type PartnerList = z.infer<typeof PartnerList>;
