import { describe, expect, it } from 'vitest';
import { ProgressLine, progressText } from './progress.ts';

describe('the progress line', () => {
  it('tells share, count, rate and the time left', () => {
    expect(progressText(5000, 0.25, 10)).toBe(
      '[######··················] 25 %  5,000  500/s  ETA 0:30',
    );
  });

  it('tells count and rate where the size is not known', () => {
    expect(progressText(5000, null, 10)).toBe('5,000  500/s');
  });

  it('writes over itself on a terminal, not too often, and nothing elsewhere', () => {
    const write = (isTTY: boolean) => {
      const written: string[] = [];
      let now = 0;
      const line = new ProgressLine({ isTTY, write: (text) => written.push(text) }, () => now);
      for (now = 0; now < 300; now += 20) line.show(now, null);
      line.clear();
      return written;
    };
    expect(write(true)).toHaveLength(4);
    expect(write(true).every((text) => text.startsWith('\r'))).toBe(true);
    expect(write(false)).toEqual([]);
  });
});
