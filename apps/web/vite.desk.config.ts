import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { antdStyleSheet } from './desk/antd-style-sheet.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The officers' desks: React itself and Ant Design, apart from the public pages (decision 0025). */
export default defineConfig({
  root: at('desk'),
  base: '/desk/',
  publicDir: false,
  plugins: [antdStyleSheet(at('src'))],
  build: {
    // Inside the public build, which is made first and empties its folder.
    outDir: at('dist/desk'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: ['chrome100', 'safari15', 'ios15'],
    sourcemap: false,
    modulePreload: false,
    chunkSizeWarningLimit: 1000,
    // Ant Design marks its files "use client", which means nothing to a bundler.
    rolldownOptions: {
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      output: {
        codeSplitting: {
          groups: [
            // In one file, so that src/desk/without-eval.ts comes before the first schema.
            {
              name: 'contracts',
              test: /[\\/](zod|packages[\\/]contracts)[\\/]|without-eval/,
              priority: 2,
            },
            // What changes only when a library does, apart from what every release changes.
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
