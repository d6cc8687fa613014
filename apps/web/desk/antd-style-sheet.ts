import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { renderStyleSheet } from './render-style-sheet.ts';

const SHEET = 'virtual:antd.css';
const RESOLVED = '\0antd-style-sheet.css';
/** The one place from which Ant Design's parts put <style> elements into the page. */
const INJECTOR = /@rc-component[/\\]util[/\\]es[/\\]Dom[/\\]dynamicCSS\.js$/;

/**
 * Writes the styles of every Ant Design component that the sources import, in our theme, into one
 * file, and keeps the library from adding any in the browser: the page's security policy forbids
 * styles that do not come from this server as a file.
 */
export function antdStyleSheet(sources: string): Plugin {
  return {
    name: 'antd-style-sheet',
    resolveId: (id) => (id === SHEET ? RESOLVED : undefined),
    load(id) {
      if (id === RESOLVED) return renderStyleSheet(importedComponents(sources));
      return INJECTOR.test(id) ? INJECTS_NOTHING : undefined;
    },
  };
}

const INJECTS_NOTHING = `
export const injectCSS = () => null;
export const removeCSS = () => {};
export const updateCSS = () => document.createElement('style');
export const clearContainerCache = () => {};
`;

/** The names in `import { Button, Table } from 'antd'` anywhere below the folder. */
function importedComponents(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => [
      ...readFileSync(join(folder, path), 'utf8').matchAll(/import \{([^}]+)\} from 'antd'/g),
    ])
    .flatMap((match) => match[1]!.split(','))
    .map((name) => name.trim())
    .filter((name) => /^[A-Z]/.test(name));
  return [...new Set(names)].sort();
}
