import { join } from 'node:path';
import { demoPassword, demoPeople } from '../seed/demo-people.js';

/** What the terminal shows when the desk is open. */
export function describeDesk(address: string, demo: boolean, home: string): string {
  const accounts = demo
    ? [
        '',
        `  Demo accounts (password of all: ${demoPassword})`,
        ...demoPeople().map(({ login, name, roles }) => `    ${login.padEnd(10)} ${name}, ${roles.join(', ')}`),
      ]
    : [];
  return [
    '',
    `  The desk is open: ${address}`,
    ...accounts,
    '',
    `  Log: ${join(home, 'proofdesk.log')}`,
    '  Ctrl-C stops it.',
    '',
    '',
  ].join('\n');
}
