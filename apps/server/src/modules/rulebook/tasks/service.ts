import type { TaskSource } from '../../tasks/index.ts';
import { countSentBack, countToApprove } from './store.ts';

/** Afterwards it is no news any more. */
const SENT_BACK_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

export const rulebookTasks: readonly TaskSource[] = [
  {
    key: 'rulebook.to_approve',
    title: { zh: '等您审核的规则条目', en: 'Rulebook entries that wait for your approval' },
    hint: {
      zh: '核对依据文件，审核通过或退回。',
      en: 'Compare with the document, then approve or send back.',
    },
    tone: 'due',
    right: { action: 'approve', resource: 'rulebook_entry' },
    to: '/rulebook?state=SUBMITTED',
    count: ({ session, scoped }) =>
      scoped((tx) =>
        countToApprove(
          tx,
          session.personId,
          session.posts.map(({ id }) => id),
        ),
      ),
  },
  {
    key: 'rulebook.sent_back',
    title: { zh: '退回给您的规则条目', en: 'Rulebook entries that were sent back to you' },
    hint: { zh: '看退回理由，改正后重新提交。', en: 'Read the reason, correct, and submit again.' },
    tone: 'due',
    right: { action: 'create', resource: 'rulebook_entry' },
    to: '/rulebook?state=REJECTED',
    count: ({ session, now, scoped }) =>
      scoped((tx) =>
        countSentBack(tx, session.personId, new Date(now.getTime() - SENT_BACK_DAYS * DAY_MS)),
      ),
  },
];
