#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(main)) {
  process.stderr.write(
    'Proofdesk is not built yet. Run "npm ci && npm run build" first (or "npm start", which does both).\n',
  );
  process.exit(1);
}
await import(main.href);
