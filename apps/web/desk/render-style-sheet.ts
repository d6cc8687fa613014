import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs';
import * as antd from 'antd';
import { createElement, type ComponentType, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { deskTheme } from '../src/ui/desk/theme.ts';

/** What other components draw inside themselves. */
const PARTS = ['Button', 'Empty', 'Input', 'Pagination', 'Select', 'Spin', 'Tooltip'];
/** Without a style of their own, or not to be drawn. */
const NOTHING_TO_DRAW = ['App', 'ConfigProvider'];

/** The style sheet of the named components, variables of the theme included. */
export function renderStyleSheet(names: readonly string[]): string {
  const cache = createCache();
  const drawn = [...new Set([...PARTS, ...names])].filter(
    (name) => !NOTHING_TO_DRAW.includes(name),
  );
  for (const name of drawn) {
    const element = createElement(
      antd.ConfigProvider,
      { theme: { ...deskTheme, zeroRuntime: false } },
      draw(name),
    );
    renderToString(createElement(StyleProvider, { cache }, element));
  }
  const sheet = extractStyle(cache, { plain: true, types: ['style', 'token', 'cssVar'] });
  const astray = /\.css-var-[\w-]+/.exec(sheet)?.[0];
  if (astray) throw new Error(`a component was drawn outside the theme: ${astray}`);
  return sheet;
}

function draw(name: string): ReactElement {
  const component: unknown = Reflect.get(antd, name);
  if (component === undefined) throw new Error(`antd has no component ${name}`);
  return createElement(component as ComponentType<object>, SAMPLES[name] ?? {});
}

/** Where a component shows parts of itself only when it has something to show. */
const SAMPLES: Readonly<Record<string, object>> = {
  Table: {
    columns: [{ title: 'a', dataIndex: 'a', sorter: true }],
    dataSource: [{ key: 1, a: 1 }],
  },
  Select: { mode: 'multiple', showSearch: true, allowClear: true },
};
