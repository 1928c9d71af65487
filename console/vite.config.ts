import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

/** The console is built into dist/console; `vite` alone serves it with reload, and passes everything else on to a running server. */
export default defineConfig(({ mode }) => {
  const { RINGBACK_URL = 'http://localhost:3000' } = loadEnv(mode, '.', 'RINGBACK_');
  const passOn = { target: RINGBACK_URL, changeOrigin: true };
  return {
    root: import.meta.dirname,
    plugins: [react()],
    build: { outDir: '../dist/console', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
    server: { proxy: { '/v1': passOn, '/auth': passOn, '/twilio': passOn } },
  };
});
