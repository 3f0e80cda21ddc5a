import { text } from 'node:stream/consumers';
import { addPersonSchema } from '@proofdesk/contract';
import { addPerson } from '@proofdesk/workflow';
import { askSecret } from './ask-secret.js';
import { openDesk } from './open-desk.js';
import { withDatabaseUrl } from './running-database.js';

/** @throws Error that names each field that cannot be used, or the refusal */
export async function addUser(person: { login: string; name: string; roles: string[] }): Promise<void> {
  const url = await withDatabaseUrl();
  // A password on the command line would be seen by every other process.
  const password = process.stdin.isTTY
    ? await askSecret('Password (at least 12 characters): ')
    : (await text(process.stdin)).replace(/\r?\n$/, '');
  const read = addPersonSchema.safeParse({ ...person, password });
  if (!read.success)
    throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  const desk = await openDesk(url);
  try {
    const outcome = await addPerson(desk, { kind: 'system', name: 'cli' }, read.data);
    if (!outcome.ok) throw new Error(outcome.refusal.detail);
    process.stdout.write(
      `${outcome.value.id}  ${outcome.value.name}  ${outcome.value.roles.join(', ') || 'no role yet'}\n`,
    );
  } finally {
    await desk.db.close();
  }
}
