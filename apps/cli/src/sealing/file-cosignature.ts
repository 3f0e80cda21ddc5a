import { join } from 'node:path';
import { addCosignature, connect, POLICY_FILE, readPolicy } from '@proofdesk/sealing';
import { readConfig } from '../config.js';
import { withDatabaseUrl } from '../running-database.js';
import { readText } from './read-text.js';

/** Files a witness's answer, as the sealer's role. @throws Error in words */
export async function fileCosignature(file: string): Promise<void> {
  const config = readConfig();
  const policy = await readPolicy(join(config.sealerFolder, POLICY_FILE));
  const answer = await readText(file);
  const sql = await connect(await withDatabaseUrl('sealer', config), 'proofdesk-cosign');
  try {
    const added = await addCosignature(sql, answer, policy);
    if (!added.ok) throw new Error(added.refusal.message);
    const { witness, size, isNew } = added.value;
    process.stdout.write(`${witness} cosigned the checkpoint of ${size}${isNew ? '' : '; that was known'}.\n`);
  } finally {
    await sql.end();
  }
}
