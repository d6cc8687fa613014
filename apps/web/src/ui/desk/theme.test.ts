import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deskTheme } from './theme.ts';

const css = readFileSync(new URL('../colours.css', import.meta.url), 'utf8');
const colourOf = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(css)?.[1];

test.each([
  ['colorPrimary', 'pine'],
  ['colorLink', 'pine'],
  ['colorSuccess', 'pine'],
  ['colorInfo', 'blue'],
  ['colorWarning', 'amber'],
  ['colorError', 'red'],
  ['colorText', 'ink'],
  ['colorTextSecondary', 'soft'],
  ['colorSplit', 'line'],
  ['colorBgLayout', 'paper'],
] as const)('the desks have the public pages’ colour for %s', (token, name) => {
  expect(deskTheme.token?.[token]).toBe(colourOf(name));
});
