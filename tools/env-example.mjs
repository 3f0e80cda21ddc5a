// Writes .env.example from the settings' schemas; with --check says whether the file is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentSchema as api } from '../apps/api/dist/config.js';
import { environmentSchema as sealer } from '../apps/sealer/dist/config.js';
import { environmentSchema as worker } from '../apps/worker/dist/config.js';

const file = join(import.meta.dirname, '../.env.example');

const compose = [
  ['POSTGRES_PASSWORD', 'password of the database superuser; used by the one-shot migration only'],
  ['APP_DATABASE_PASSWORD', 'password of proofdesk_app: api and worker'],
  ['MIGRATOR_DATABASE_PASSWORD', 'password of proofdesk_migrator: owns the tables during migrations'],
  ['SEALER_DATABASE_PASSWORD', 'password of proofdesk_sealer: seals the ledger'],
];

function settings(schema, seen) {
  const lines = [];
  for (const [name, field] of Object.entries(schema.shape)) {
    if (seen.has(name)) continue;
    seen.add(name);
    const fallback = field.safeParse(undefined);
    const value = fallback.success && fallback.data !== undefined ? String(fallback.data) : '';
    // A default that is a folder of this machine says nothing to another.
    lines.push(`# ${field.description ?? ''}`, `#${name}=${value.startsWith('/') ? '' : value}`, '');
  }
  return lines;
}

const seen = new Set();
const text = [
  '# Settings of Proofdesk, generated from the schemas of api and worker. Copy to .env and set what you need;',
  '# an empty or missing variable has the default shown.',
  '',
  '# --- docker-compose.yml ---',
  '',
  ...compose.flatMap(([name, what]) => [`# ${what}`, `${name}=`, '']),
  '# --- api ---',
  '',
  ...settings(api, seen),
  '# --- worker ---',
  '',
  ...settings(worker, seen),
  '# --- sealer ---',
  '',
  ...settings(sealer, seen),
].join('\n');

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write('.env.example is out of date: npm run env-example\n');
    process.exit(1);
  }
} else {
  writeFileSync(file, text);
}
