import { DEFAULT_LEDGER_ORIGIN } from '@proofdesk/persistence';
import { connect, continueLog, Guard, guardFolder, keyFolder, openLog, SealFault, type Sql } from '@proofdesk/sealing';
import { readConfig } from '../config.js';
import { withDatabaseUrl } from '../running-database.js';
import { version } from '../version.js';

/** Opens a new log after a restore. @throws Error in words */
export async function continueTheLog(reason: string, evenSo: boolean): Promise<void> {
  if (reason.trim() === '') throw new Error('say why, in some words: they are kept in the record');
  const config = readConfig();
  const sql = await connect(await withDatabaseUrl('sealer', config), 'proofdesk-log');
  try {
    const guard = Guard.open(guardFolder(config.sealerFolder));
    if (!evenSo) await requireFault(sql, guard, keyFolder(config.sealerFolder));
    const { origin, continues, missing } = await continueLog(sql, guard, {
      reason: reason.trim(),
      software: `proofdesk-${version}`,
      origin: DEFAULT_LEDGER_ORIGIN,
    });
    const gone = missing === 0 ? 'none of its leaves is missing' : `${missing} of its leaves are missing`;
    process.stdout.write(
      `The log goes on as ${origin}. It continues ${continues.origin}, of which ${continues.size} leaves were signed; ${gone}.\nStart the desk anew (Ctrl-C, npm start): api and worker still write under the old name. Give witnesses and readers the new policy.\n`,
    );
  } finally {
    await sql.end();
  }
}

/** Every partner has to be told of a new name, so a log that is whole keeps its own. */
async function requireFault(sql: Sql, guard: Guard, keys: string): Promise<void> {
  try {
    await openLog(sql, guard, keys, DEFAULT_LEDGER_ORIGIN);
  } catch (error) {
    if (error instanceof SealFault) return;
    throw error;
  }
  throw new Error(
    'database and sealer agree, nothing is missing: the log needs no new name. If it must have one: --even-so',
  );
}
