// What `npm start` and `npm test` need before anything of ours can run: no dependencies, any Node from 20.19.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const marker = join(root, 'node_modules', '.proofdesk-installed');

/** Prints a step as it begins, and how long it took when it has ended. */
export function step(name, work) {
  const begun = Date.now();
  process.stdout.write(`· ${name}\n`);
  const value = work();
  process.stdout.write(`  done in ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
  return value;
}

export function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

/** Runs a command in the root folder; its output is passed on. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NX_DAEMON: 'false', ...options.env },
  });
  if (error) fail(`${command} could not be run: ${error.message}`);
  return status ?? 1;
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Proofdesk needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`);
}

/** `npm ci`, unless the packages of this very lockfile are already there. */
export function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  step('Installing packages (npm ci)', () => {
    if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0)
      fail('npm ci failed: see above. Is the network there, and is the disk not full?');
  });
  writeFileSync(marker, wanted);
}

export function build() {
  step('Building', () => {
    if (run('npm', ['run', '--silent', 'build']) !== 0) fail('The build failed: see above.');
  });
}
