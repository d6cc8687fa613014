import { expect, it } from 'vitest';
import {
  kindOf,
  MAIL_TEXTS,
  NOTIFICATION_KIND_NAMES,
  notificationText,
  SMS_LENGTH,
} from '@ludao/contracts';
import { findWrongParam } from '../decide.ts';
import { decideAfter, isQuiet, writeMessage } from './decide.ts';

const at = (hour: string) => new Date(`2026-11-25T${hour}:00+08:00`);

it('says outside only that something waits and where to look, in one SMS', () => {
  for (const kind of NOTIFICATION_KIND_NAMES) {
    const { sent } = kindOf(kind);
    expect(`${sent.zh}${sent.en}`).not.toContain('{{');
    expect(sent.zh.length, kind).toBeLessThanOrEqual(SMS_LENGTH);
    expect(sent.zh).toMatch(/请.*登录|请立即联系/);
    expect(writeMessage('SMS', kind, 'https://parks.example')).toEqual({
      subject: '',
      text: sent.zh,
    });
  }
  const { subject, text } = writeMessage('EMAIL', 'DOCUMENT_SERVED', 'https://parks.example');
  expect(subject).toBe(MAIL_TEXTS.subject.zh);
  expect(text).toContain('https://parks.example/desk/notifications');
  expect(text).toContain(kindOf('DOCUMENT_SERVED').sent.en);
  expect(writeMessage('EMAIL', 'DOCUMENT_SERVED', null).text).not.toMatch(/\{\{|\n{3}/);
});

it('fills each blank of a text on the screen with something its kind names', () => {
  for (const kind of NOTIFICATION_KIND_NAMES) {
    const { text, params } = kindOf(kind);
    const blanks = [...`${text.zh}${text.en}`.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!);
    const shown = Object.keys(params).filter((name) => params[name] !== 'id');
    expect([...new Set(blanks)].sort(), kind).toEqual(shown.sort());
  }
  const sentBack = { kind: 'ENTRY_SENT_BACK', params: { topic: 'zoning', version: 2 } } as const;
  expect(notificationText(sentBack, 'zh', String)).toContain(
    '“生态环境分区管控单元”条目（第 2 版）',
  );
});

it('takes ids, codes, dates and counts, and no name or free text', () => {
  const good = { task: 'K-2026-1', dueOn: '2026-12-01' };
  expect(findWrongParam('TASK_CAME', good)).toBeUndefined();
  expect(findWrongParam('TASK_CAME', { ...good, task: '张三的检查' })).toBe('task');
  expect(findWrongParam('TASK_CAME', { ...good, dueOn: 'tomorrow' })).toBe('dueOn');
  expect(findWrongParam('TASK_CAME', { ...good, name: 'x' })).toBe('name');
  expect(findWrongParam('TASK_CAME', { task: 'K-1' })).toBe('dueOn');
});

it('tries again after 1, 5, 30 minutes, 2 and 12 hours, then gives up; a refusal is not tried again', () => {
  const away = { outcome: 'away', fault: 'UNREACHABLE' } as const;
  const now = at('09:00');
  const waits = [1, 2, 3, 4, 5, 6].map((attempts) => {
    const after = decideAfter(away, attempts, now);
    return after.state === 'FAILED'
      ? (after.nextAt.getTime() - now.getTime()) / 60_000
      : after.state;
  });
  expect(waits).toEqual([1, 5, 30, 120, 720, 'GIVEN_UP']);
  expect(decideAfter({ outcome: 'refused', fault: 'REFUSED' }, 1, now).state).toBe('GIVEN_UP');
});

it('lets people sleep from 21 to 8 by the clock of China', () => {
  const quiet = { from: 21, until: 8 };
  expect(
    ['20:59', '21:00', '03:00', '07:59', '08:00'].map((hour) => isQuiet(quiet, at(hour))),
  ).toEqual([false, true, true, true, false]);
  expect(isQuiet({ from: 8, until: 8 }, at('08:00'))).toBe(false);
});
