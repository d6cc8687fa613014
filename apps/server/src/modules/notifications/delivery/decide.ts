import { kindOf, MAIL_TEXTS, type Channel, type NotificationKind } from '@ludao/contracts';
import type { Sent } from '../transport/model.ts';
import type { After, Hours } from './model.ts';

const MINUTE_MS = 60_000;
/** After each failure; after the one that follows the last of these it is given up. */
const BACK_OFF_MINUTES = [1, 5, 30, 2 * 60, 12 * 60] as const;

/** What becomes of a delivery. @param attempts those made, with this one */
export function decideAfter(sent: Sent, attempts: number, now: Date): After {
  if (sent.outcome === 'sent') return { state: 'SENT' };
  const minutes = sent.outcome === 'away' ? BACK_OFF_MINUTES[attempts - 1] : undefined;
  if (minutes === undefined) return { state: 'GIVEN_UP', fault: sent.fault };
  const nextAt = new Date(now.getTime() + minutes * MINUTE_MS);
  return { state: 'FAILED', nextAt, fault: sent.fault };
}

/** Whether people are asleep. The hours may go over midnight; the same hour twice is none. */
export function isQuiet({ from, until }: Hours, now: Date): boolean {
  const hour = (now.getUTCHours() + 8) % 24;
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}

/** What is sent: nothing of what happened, but that something waits and where to look. */
export function writeMessage(
  channel: Channel,
  kind: NotificationKind,
  publicUrl: string | null,
): { readonly subject: string; readonly text: string } {
  const { sent } = kindOf(kind);
  if (channel !== 'EMAIL') return { subject: '', text: sent.zh };
  const { subject, body } = MAIL_TEXTS;
  const url = publicUrl === null ? '' : `${publicUrl}/desk/notifications`;
  const filled = (['zh', 'en'] as const).map((language) =>
    fillMail(body[language], { said: sent[language], url }),
  );
  return { subject: subject.zh, text: filled.join('\n\n--\n\n') };
}

/** Fills the blanks; a line whose blank stays empty is left out. */
export function fillMail(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
    .replaceAll(/\n{3,}/g, '\n\n');
}
