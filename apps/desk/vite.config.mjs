import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = 'http://localhost:4400';

/** The build is served by the api itself; in development everything that is not the desk's goes there by proxy. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['@proofdesk/source', 'browser', 'module', 'import', 'default'] },
  server: { port: 4401, strictPort: true, proxy: { '/api': api, '/verdicts': api, '/health': api } },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 900 },
});
