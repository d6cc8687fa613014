import { expect, test } from 'vitest';
import { fixedClock, systemClock } from './clock.ts';

test('today is the date in China, whatever zone the server is in', () => {
  expect(fixedClock('2026-12-31T15:59:59Z').today()).toBe('2026-12-31');
  expect(fixedClock('2026-12-31T16:00:00Z').today()).toBe('2027-01-01');
  expect(fixedClock('2026-03-05T00:30:00+08:00').today()).toBe('2026-03-05');
});

test('a fixed clock stands still, even when somebody changes the date it handed out', () => {
  const clock = fixedClock('2026-11-23T09:00:00+08:00');
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2026-11-23T01:00:00.000Z');
});

test('something that is no instant is refused', () => {
  expect(() => fixedClock('tomorrow')).toThrow('not an instant');
});

test('the system clock writes dates as YYYY-MM-DD', () => {
  expect(systemClock.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
