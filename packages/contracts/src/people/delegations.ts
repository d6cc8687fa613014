import { z } from 'zod';

/** How a delegation stands at this moment. */
export const DELEGATION_STATES = {
  RUNNING: { zh: '有效', en: 'In force' },
  TO_COME: { zh: '未开始', en: 'To come' },
  ENDED: { zh: '已结束', en: 'Ended' },
} as const;
export type DelegationState = keyof typeof DELEGATION_STATES;

/** Longest at once: whoever acts for another is thought over again every year. */
export const LONGEST_DELEGATION_DAYS = 366;

const Named = z.object({ id: z.uuid(), name: z.string() });

export const Delegation = z.object({
  id: z.uuid(),
  owner: Named,
  to: Named,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  state: z.enum(Object.keys(DELEGATION_STATES) as [DelegationState, ...DelegationState[]]),
  may: z.object({ end: z.boolean() }),
});
export type Delegation = z.infer<typeof Delegation>;
export const DelegationList = z.object({ rows: z.array(Delegation) });
export type DelegationList = z.infer<typeof DelegationList>;

export const DelegationForm = z.object({
  to: z.uuid(),
  endsAt: z.iso.datetime({ offset: true }),
});
export type DelegationForm = z.infer<typeof DelegationForm>;

export const AgencyList = z.object({
  agencies: z.array(Named.extend({ districtCode: z.string() })),
});
export type AgencyList = z.infer<typeof AgencyList>;
