import { z } from 'zod';
import { ListQuery } from '../register.ts';
import { ROLE_NAMES } from './roles.ts';
import { Part } from './posts.ts';

export const Absence = z.object({
  id: z.uuid(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
});
export type Absence = z.infer<typeof Absence>;

/** A person of the organisation, as whoever assigns posts sees them. */
export const Colleague = z.object({
  id: z.uuid(),
  name: z.string(),
  posts: z.array(z.object({ id: z.uuid(), title: z.string(), part: Part })),
  absentUntil: z.iso.date().nullable(),
});
export type Colleague = z.infer<typeof Colleague>;
export const ColleagueList = z.object({ rows: z.array(Colleague) });
export type ColleagueList = z.infer<typeof ColleagueList>;

/** Of one house, which is small: all of them in one answer. */
export const ColleagueQuery = z.object({
  org: z.uuid().optional(),
  q: ListQuery.shape.q.meta({ description: 'Of a name or the title of a post.' }),
  sort: z.enum(['name', '-name']).default('name'),
});
export type ColleagueQuery = z.infer<typeof ColleagueQuery>;

/** One holding that runs or is to come. */
export const HeldNow = z.object({
  holdingId: z.uuid(),
  postId: z.uuid(),
  title: z.string(),
  role: z.enum(ROLE_NAMES),
  part: Part,
  from: z.iso.date(),
  to: z.iso.date().nullable(),
});

export const ColleagueDetail = z.object({
  id: z.uuid(),
  name: z.string(),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  holdings: z.array(HeldNow),
  absences: z.array(Absence),
});
export type ColleagueDetail = z.infer<typeof ColleagueDetail>;

export const AbsenceForm = z.object({
  personId: z.uuid(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
});
export type AbsenceForm = z.infer<typeof AbsenceForm>;

export const AbsenceEnd = z.object({
  lastDay: z.iso.date().meta({ description: 'The day before the first calls it off.' }),
});

/** One’s own absences, and who stands in for which post meanwhile. */
export const OwnAbsences = z.object({
  absences: z.array(Absence),
  posts: z.array(z.object({ title: z.string(), standIn: z.string().nullable() })),
});
export type OwnAbsences = z.infer<typeof OwnAbsences>;
