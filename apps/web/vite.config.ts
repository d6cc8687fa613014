import { defineConfig } from 'vite';

export default defineConfig({
  // Written for React, run by Preact: half the script for a phone (decision 0022).
  resolve: {
    alias: {
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      'react/jsx-runtime': 'preact/jsx-runtime',
      react: 'preact/compat',
    },
  },
  // The oldest engines in the design: Chromium 100 (WeChat on Android) and iOS 15.
  build: {
    target: ['chrome100', 'safari15', 'ios15'],
    sourcemap: false,
    modulePreload: false,
    rolldownOptions: {
      // Libraries mark files "use client", which means nothing to a bundler.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
