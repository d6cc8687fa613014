import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // The oldest engines in the design: Chromium 100 (WeChat on Android) and iOS 15.
  build: { target: ['chrome100', 'safari15', 'ios15'], sourcemap: false, modulePreload: false },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
