import { expect, test } from 'vitest';
import { withSection } from './results-file.ts';

test('a section is replaced in place and added when it is missing', () => {
  const once = withSection('# Results\n', 'a', 'one');
  const twice = withSection(withSection(once, 'b', 'other'), 'a', 'two');
  expect(twice).toBe(
    '# Results\n\n<!-- a:begin -->\ntwo\n<!-- a:end -->\n\n<!-- b:begin -->\nother\n<!-- b:end -->\n',
  );
});
