import { checkpointRequest, connect } from '@proofdesk/sealing';
import { withDatabaseUrl } from '../running-database.js';

/** Prints the request for a witness. @throws Error in words */
export async function printCheckpoint(since: number): Promise<void> {
  const sql = await connect(await withDatabaseUrl('app'), 'proofdesk-checkpoint');
  try {
    const request = await checkpointRequest(sql, since);
    if (!request.ok) throw new Error(request.refusal.message);
    process.stdout.write(request.value.text);
  } finally {
    await sql.end();
  }
}
