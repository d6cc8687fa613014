import { z } from 'zod';
import type { Bilingual } from '../people/bilingual.ts';
import type { Role } from '../people/roles.ts';
import { CLOCK_COLOURS, type ClockColour } from '../clock-words.ts';
import { FileView } from '../files.ts';

/** The follow-up evaluation 跟踪评价 that a park owes every so many years. */
export const FOLLOW_UP_STATES = {
  DUE: { zh: '待提交', en: 'To be handed in' },
  HANDED_IN: { zh: '已提交，待备查', en: 'Handed in' },
  NOTED: { zh: '已备查', en: 'Noted' },
  CANCELLED: { zh: '已取消（整体环评终止）', en: 'Cancelled with its EIA' },
} as const satisfies Record<string, Bilingual>;
export type FollowUpState = keyof typeof FOLLOW_UP_STATES;

export const FOLLOW_UP_CONCLUSIONS = {
  NO_MAJOR_CHANGE: { zh: '未发生重大变化', en: 'No major change' },
  MAJOR_CHANGE: { zh: '发现重大变化', en: 'A major change was found' },
} as const satisfies Record<string, Bilingual>;
export type FollowUpConclusion = keyof typeof FOLLOW_UP_CONCLUSIONS;

export const FOLLOW_UP_TABLE = {
  DUE: { hand_in: { to: 'HANDED_IN', roles: ['PARK_MANAGER'] } },
  HANDED_IN: { note: { to: 'NOTED', roles: ['APPROVAL_OFFICER'] } },
  NOTED: {},
  CANCELLED: {},
} as const satisfies Record<
  FollowUpState,
  Partial<
    Record<'hand_in' | 'note', { readonly to: FollowUpState; readonly roles: readonly Role[] }>
  >
>;
export type FollowUpStep = 'hand_in' | 'note';

const Conclusions = z.enum(
  Object.keys(FOLLOW_UP_CONCLUSIONS) as [FollowUpConclusion, ...FollowUpConclusion[]],
);

export const FollowUpReport = z.object({ conclusion: Conclusions, file: z.uuid() });
export type FollowUpReport = z.infer<typeof FollowUpReport>;

export const FollowUpView = z.object({
  id: z.uuid(),
  state: z.enum(Object.keys(FOLLOW_UP_STATES) as [FollowUpState, ...FollowUpState[]]),
  parkEia: z.object({ title: z.string(), approvalNo: z.string() }),
  dueOn: z.iso.date().nullable(),
  colour: z.enum(Object.keys(CLOCK_COLOURS) as [ClockColour, ...ClockColour[]]).nullable(),
  left: z.int().nullable().meta({ description: 'Days; negative once it is over.' }),
  handedInOn: z.iso.date().nullable(),
  conclusion: Conclusions.nullable(),
  file: FileView.nullable(),
  notedOn: z.iso.date().nullable(),
  may: z.array(z.enum(['hand_in', 'note'])),
});
export type FollowUpView = z.infer<typeof FollowUpView>;

export const FollowUpList = z.object({
  park: z.object({ id: z.uuid(), name: z.string() }),
  rows: z.array(FollowUpView),
});
export type FollowUpList = z.infer<typeof FollowUpList>;
