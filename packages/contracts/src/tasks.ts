import { z } from 'zod';

const Words = z.object({ zh: z.string(), en: z.string() });

/** Something that waits for the person: how many, and where to go for it. */
export const Task = z.object({
  key: z.string(),
  title: Words,
  hint: Words.meta({ description: 'What there is to do about it.' }),
  tone: z.enum(['due', 'info']).meta({ description: 'due: somebody waits; info: good to know.' }),
  count: z.int(),
  to: z.string().nullable().meta({
    description: 'The address of the desk with the list behind the figure, where there is one.',
  }),
});
export type Task = z.infer<typeof Task>;

export const TaskList = z.object({
  tasks: z.array(Task),
  failed: z
    .boolean()
    .meta({ description: 'Whether something could not be counted, so that more may wait.' }),
});
export type TaskList = z.infer<typeof TaskList>;
