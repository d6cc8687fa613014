import { z } from 'zod';
import { FileView } from '../files.ts';

/** What a case leaves to a shared facility, and the agreement that it rests on. */
export const SharedFacilityView = z.object({
  version: z.int(),
  facilities: z.array(
    z.object({
      name: z.string(),
      clause: z.string(),
      leftOut: z
        .array(z.string())
        .meta({ description: 'Facts of the project, as the law names them.' }),
    }),
  ),
  agreement: z.object({ number: z.string(), file: FileView.nullable() }).nullable(),
  mayChange: z.boolean(),
});
export type SharedFacilityView = z.infer<typeof SharedFacilityView>;

export const FacilityAgreement = z
  .object({
    version: z.int().min(1).meta({ description: 'The version that the asker has seen.' }),
    number: z.string().trim().max(60).default(''),
    file: z.uuid().nullable().default(null),
  })
  .refine(({ number, file }) => number !== '' || file !== null, { path: ['number'] });
export type FacilityAgreement = z.infer<typeof FacilityAgreement>;
