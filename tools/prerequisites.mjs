// The programs that the tests need beside Node: found, else installed with apt where that is possible, else named.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fail, step } from './bootstrap.mjs';

const wanted = [
  { programs: ['redis-server'], package: 'redis-server', why: 'the job queue on Redis' },
  {
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    package: 'chromium',
    why: 'the desk in a real browser',
  },
  { programs: ['python3'], package: 'python3', why: 'the second, independent ledger verifier' },
  { programs: ['openssl'], package: 'openssl', why: 'signatures in the second verifier' },
];

const isThere = ({ programs }) =>
  programs.some((program) => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0);
const apt = (...args) =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

export function bringPrerequisites() {
  const missing = wanted.filter((one) => !isThere(one));
  if (missing.length === 0) return;
  const names = missing.map((one) => one.package);
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    step(
      `Installing ${names.join(', ')} (apt)`,
      () => apt('update', '-q') && apt('install', '-q', '-y', '--no-install-recommends', ...names),
    );
  }
  const still = missing.filter((one) => !isThere(one));
  if (still.length === 0) return;
  const lines = still.map((one) => `  ${one.programs[0]}: for ${one.why}`);
  fail(
    `The tests need programs that are not here:\n${lines.join('\n')}\nOn Debian or Ubuntu: sudo apt-get install ${still.map((one) => one.package).join(' ')}\nOn macOS: brew install redis chromium python openssl`,
  );
}
