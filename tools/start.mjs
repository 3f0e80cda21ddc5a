// `npm start`: installs what is missing, builds, and hands over to `proofdesk start`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, requireNode, root } from './bootstrap.mjs';

requireNode();
install();
build();

const child = spawn(process.execPath, [join(root, 'apps/cli/bin/proofdesk.mjs'), 'start', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// Ctrl-C reaches the child by itself (same terminal); a signal sent to us alone must be passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => (process.stdin.isTTY && signal === 'SIGINT' ? undefined : child.kill(signal)));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
